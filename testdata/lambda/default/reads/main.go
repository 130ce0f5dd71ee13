// Command reads sends a request that net/http repeats by itself before one that it does not.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	resp.Body.Close()
	req, err = http.NewRequestWithContext(ctx, "DELETE", url, nil)
	if err != nil {
		return err
	}
	if resp, err = http.DefaultClient.Do(req); err != nil { // want `^lambda-default: `
		return err
	}
	return resp.Body.Close()
}

func main() { lambda.Start(handle) }
