// Command closurector returns the handler from a function that closes over the client.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Text string `json:"text"`
}

func newHandler(target string) func(context.Context, request) error {
	client := &http.Client{Timeout: 3 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	post := func(ctx context.Context, text string) error {
		resp, err := client.Post(target, "text/plain", strings.NewReader(text))
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	return func(ctx context.Context, r request) error {
		return post(ctx, r.Text)
	}
}

func main() {
	lambda.Start(newHandler("https://chat.example.com/messages"))
}
