// Command cmd posts through a client that another package keeps.
package main

import (
	"context"

	"example.com/lambda/varotherpkg/internal/webhook"
	"github.com/aws/aws-lambda-go/lambda"
)

type order struct {
	ID string `json:"id"`
}

func handle(ctx context.Context, o order) error {
	return webhook.Send(ctx, o.ID)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client lives across invocations and leaves IdleConnTimeout unset \(.+ at varotherpkg/internal/webhook/webhook.go:12$`
}
