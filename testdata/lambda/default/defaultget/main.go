// Command defaultget gets. Go retries that by itself over HTTP/1, yet not over HTTP/2 and not always.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	ID string
}

func handle(ctx context.Context, r request) (int, error) {
	resp, err := http.Get("https://api.example.com/v1/jobs/" + r.ID) // want `^lambda-default: http.Get outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
