// Command cmd calls the second of two functions that use a client.
package main

import (
	"context"

	"example.com/lambda/secondotherpkg/internal/hooks"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, job string) error {
	return hooks.Stopped(job)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at secondotherpkg/internal/api/client.go:9$`
}
