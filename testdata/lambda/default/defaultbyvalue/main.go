// Package main copies http.DefaultTransport by value. What it sets there is not what http.DefaultTransport has.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var short = newClient()

func newClient() *http.Client {
	t := *http.DefaultTransport.(*http.Transport)
	t.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: &t}
}

var long = newLong()

func newLong() *http.Client {
	t := *http.DefaultTransport.(*http.Transport)
	t.MaxIdleConnsPerHost = 10
	return &http.Client{Transport: &t} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout`
}

func handle(ctx context.Context, url string) error {
	for _, c := range []*http.Client{short, long} {
		if _, err := c.Post(url, "text/plain", strings.NewReader("x")); err != nil {
			return err
		}
	}
	_, err := http.Post(url, "text/plain", strings.NewReader("x")) // want `^lambda-default: http.Post outlives the invocation `
	return err
}

func main() { lambda.Start(handle) }
