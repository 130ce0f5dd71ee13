// Command clonedbeside chooses a limit for a clone of http.DefaultTransport, which is of no use to the original.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var client = newClient()

func newClient() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp, err = http.Get("https://api.example.com/v1/jobs") // want `^lambda-default: http.Get outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
