// Command cmd posts through a client that another package keeps.
package main

import (
	"context"

	"example.com/lambda/facts/varotherpkg/internal/webhook"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID string `json:"id"`
}

func handle(ctx context.Context, o order) error {
	return webhook.Send(ctx, o.ID)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at facts/varotherpkg/internal/webhook/webhook.go:12$`
}
