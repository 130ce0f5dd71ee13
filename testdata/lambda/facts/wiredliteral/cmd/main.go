// Command cmd gets its API from a package that names no more of it than a type.
package main

import (
	"context"

	"example.com/lambda/facts/wiredliteral/internal/wire"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = wire.New()

func handle(ctx context.Context, body string) error {
	return jobs.Create(body)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: .+ at facts/wiredliteral/internal/api/client.go:9$`
}
