// Command ctornil keeps another package's API client in a package variable; that client has no Transport.
package main

import (
	"context"

	"example.com/lambda/facts/ctornil/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var orders = api.New("https://api.example.com")

type order struct {
	Body string
}

func handle(ctx context.Context, o order) error {
	return orders.Create(ctx, o.Body)
}

func main() {
	lambda.Start(handle) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at facts/ctornil/internal/api/client.go:20$`
}
