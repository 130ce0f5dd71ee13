// Command client has clients over RoundTrippers of another package.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/default/poolwrapped/internal/retry"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	client = &http.Client{Transport: retry.New()}   // want `^lambda-default: http.Client `
	plain  = &http.Client{Transport: retry.Plain()} // want `^lambda-default: http.Client `
	chosen = &http.Client{Transport: retry.Chosen()}
	own    = &http.Client{Transport: retry.Over(&http.Transport{IdleConnTimeout: time.Second})}
)

func handle(ctx context.Context, url string) error {
	for _, c := range []*http.Client{client, plain, chosen, own} {
		resp, err := c.Post(url, "text/plain", nil)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() { lambda.Start(handle) }
