// Command keptinlist puts the client of each invocation into a list that is kept. None of them is used twice.
package main

import (
	"container/list"
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

var recent = list.New()

func remember(c *http.Client) { recent.PushFront(c) }

func handle(ctx context.Context, body string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
	remember(client)
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
