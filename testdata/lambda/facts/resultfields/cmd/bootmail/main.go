// Command bootmail keeps a field of a struct that another package fills from a container.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/boot"
	"github.com/aws/aws-lambda-go/lambda"
)

var mailer = boot.New().Mailer

func main() {
	lambda.Start(func(ctx context.Context, body string) error { // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:78$`
		return mailer.Send(body)
	})
}
