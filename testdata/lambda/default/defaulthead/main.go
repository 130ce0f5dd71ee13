// Command defaulthead calls http.Head from a helper of its handler.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	URL string
}

func exists(url string) (bool, error) {
	resp, err := http.Head(url) // want `^lambda-default: http.Head outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	if err != nil {
		return false, err
	}
	return resp.StatusCode < 400, resp.Body.Close()
}

func handle(ctx context.Context, r request) (bool, error) {
	return exists(r.URL)
}

func main() {
	lambda.Start(handle)
}
