// Command none passes a struct without a client.
package main

import (
	"context"

	"example.com/lambda/default/nildefaultconfig/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(api.Config{Host: "api.example.com"})

func handle(ctx context.Context, body string) error {
	return jobs.Create(ctx, body)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at default/nildefaultconfig/internal/api/client.go:29$`
}
