// Command oncemakes lets another package make a client in the first invocation, and another one in each.
package main

import (
	"context"
	"sync"

	"example.com/lambda/lifetime/oncemakes/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	once  sync.Once
	state error
)

func check() { state = api.Check() }

func handle(ctx context.Context, body string) error {
	once.Do(check)
	if state != nil {
		return state
	}
	return api.Ping()
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(.+ at lifetime/oncemakes/internal/api/api.go:18$`
}
