// Command looksatother looks at a variable before it sets another one: anew, each time.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type counter struct{ n int }

func (c *counter) add() { c.n++ }

var (
	calls  = new(counter)
	client = &http.Client{Transport: &http.Transport{}}
)

func handle(ctx context.Context, body string) error {
	calls.add()
	client = &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
