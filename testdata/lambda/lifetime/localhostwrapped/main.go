// Command localhostwrapped sends requests of another module, which wrap those of net/http, to its own sandbox and elsewhere.
package main

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/hashicorp/go-retryablehttp"
)

type client struct {
	local, remote, either *http.Client
}

var insights = client{
	local:  &http.Client{Timeout: time.Second},
	remote: &http.Client{Timeout: 2 * time.Second}, // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	either: &http.Client{Timeout: 3 * time.Second}, // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
}

// Request is of the caller's URL, whichever that is.
func (c *client) Request(ctx context.Context, url string) *retryablehttp.Request {
	req, err := retryablehttp.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		panic(err)
	}
	req = req.WithContext(ctx)
	req.Header = http.Header{"Content-Type": []string{"application/json"}}
	return req
}

func (c *client) dev(ctx context.Context) (*http.Response, error) {
	req := c.Request(ctx, "http://localhost:8765/session/insight")
	return c.local.Do(req.Request)
}

func (c *client) prod(ctx context.Context) (*http.Response, error) {
	req := c.Request(ctx, "https://insights.example.com/session/insight")
	return c.remote.Do(req.Request)
}

func (c *client) some(ctx context.Context, dev bool) (*http.Response, error) {
	req := c.Request(ctx, "http://localhost:8765/session/insight")
	if !dev {
		req = c.Request(ctx, "https://insights.example.com/session/insight")
	}
	return c.either.Do(req.Request)
}

func handle(ctx context.Context, dev bool) error {
	for _, send := range []func(context.Context) (*http.Response, error){insights.dev, insights.prod} {
		resp, err := send(ctx)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	resp, err := insights.some(ctx, dev)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() { lambda.Start(handle) }
