// Command otherpkg sends by what another package wraps around http.DefaultTransport.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/default/poolwrapped/internal/retry"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	resp, err := retry.New().RoundTrip(req) // want `^lambda-default: http.DefaultTransport `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() { lambda.Start(handle) }
