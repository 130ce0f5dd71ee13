// Command none makes an API for each invocation, and each has a client of its own.
package main

import (
	"context"

	"example.com/lambda/leak/leakgiven/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, body string) error {
	return api.New(nil).Create(body)
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at leak/leakgiven/internal/api/client.go:15$`
}
