// Command setanewsometimes sets its client anew in a function that the handler does not always call.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func reset() {
	client = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
}

func handle(ctx context.Context, body string) error {
	if body == "reset" {
		reset()
	}
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
