// Command leaktuned makes clients by constructors. One hands its client to a helper before it returns it.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func tuned(c *http.Client) *http.Client {
	if c == nil {
		c = &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute}}
	}
	c.Timeout = time.Minute
	return c
}

func newJobs() *http.Client {
	c := &http.Client{Transport: &http.Transport{}}
	return tuned(c)
}

func newOrders() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} // want `^lambda-leak: `
}

func post(c *http.Client, body string) error {
	resp, err := c.Post("https://api.example.com/v1", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, body string) error {
	jobs := newJobs()
	defer jobs.CloseIdleConnections()
	if err := post(jobs, body); err != nil {
		return err
	}
	return post(newOrders(), body)
}

func main() {
	lambda.Start(handle)
}
