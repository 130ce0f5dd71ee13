// Command cmd keeps a closure of another package, in which there is a client.
package main

import (
	"context"

	"example.com/lambda/lifetime/closureotherpkg/internal/hooks"
	"github.com/aws/aws-lambda-go/lambda"
)

var send = hooks.Sender("https://hooks.example.com")

func handle(ctx context.Context, message string) error {
	return send(message)
}

func main() {
	lambda.Start(handle) // want `^lambda-default: .+ at lifetime/closureotherpkg/internal/hooks/hooks.go:12$`
}
