// Command handlerempty starts a handler that has nothing in it.
package main

import (
	"bytes"
	"context"
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

type handler struct{}

func (handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	resp, err := client.Post("https://api.example.com/v1/raw", "application/json", bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func main() {
	lambda.StartHandler(new(handler))
}
