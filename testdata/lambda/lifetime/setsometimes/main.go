// Command setsometimes replaces its client when a request asks for it; otherwise it stays from before.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Body  string `json:"body"`
	Reset bool   `json:"reset"`
}

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func handle(ctx context.Context, r request) error {
	if r.Reset {
		client = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
	}
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(r.Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
