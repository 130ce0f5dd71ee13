// Command handlertype starts a struct that implements lambda.Handler.
package main

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	client *http.Client
}

func (h *handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	resp, err := h.client.Post("https://api.example.com/v1/raw", "application/json", bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func main() {
	h := &handler{client: &http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.StartHandler(h)
}
