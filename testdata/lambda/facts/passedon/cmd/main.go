// Command cmd has its client from a package that has it from another one.
package main

import (
	"context"

	"example.com/lambda/facts/passedon/internal/middle"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	return middle.Store().Create(ctx, body)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at facts/passedon/internal/store/store.go:14$`
}
