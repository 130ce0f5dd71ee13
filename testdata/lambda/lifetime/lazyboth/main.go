// Command lazyboth has a constructor whose first result it keeps, and whose later ones it drops.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	once   sync.Once
	shared *http.Client
)

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: ` `^lambda-leak: `
}

func post(c *http.Client, body string) error {
	resp, err := c.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, body string) error {
	once.Do(func() { shared = newClient() })
	if err := post(shared, body); err != nil {
		return post(newClient(), body)
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
