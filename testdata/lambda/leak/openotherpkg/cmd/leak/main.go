// Command leak opens a client in each invocation, and returns nothing of it but errors.
package main

import (
	"context"

	"example.com/lambda/leak/openotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, host string) error {
	client, err := api.Open(host)
	if err != nil {
		return err
	}
	resp, err := client.Get("https://" + host)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(.+ at leak/openotherpkg/internal/api/api.go:14$`
}
