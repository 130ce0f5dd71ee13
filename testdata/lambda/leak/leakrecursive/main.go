// Command leakrecursive makes a transport in each invocation, by a constructor that calls itself.
package main

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

func newClient(proxy string) *http.Client {
	u, err := url.Parse(proxy)
	if err != nil {
		return newClient("http://proxy.example.com:3128")
	}
	return &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(u)}} // want `^lambda-leak: `
}

func handle(ctx context.Context, body string) error {
	resp, err := newClient("http://localhost:3128").Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
