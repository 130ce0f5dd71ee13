// Command cmd calls the second of two functions that use a client.
package main

import (
	"context"

	"example.com/lambda/entry/secondotherpkg/internal/hooks"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, job string) error {
	return hooks.Stopped(job)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at entry/secondotherpkg/internal/api/client.go:9$`
}
