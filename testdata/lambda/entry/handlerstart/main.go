// Command handlerstart passes a lambda.Handler to Start, which takes any value; the type is held by an interface.
package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	client *http.Client
}

func (h handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	resp, err := h.client.Post("https://api.example.com/v1/raw", "application/json", bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func newHandler() lambda.Handler {
	return handler{client: &http.Client{Timeout: 5 * time.Second}} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
}

func main() {
	lambda.Start(newHandler())
}
