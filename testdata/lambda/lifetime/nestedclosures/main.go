// Command nestedclosures uses clients in functions inside of functions inside of the handler.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func retry(n int, f func() error) (err error) {
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

func send(c *http.Client, url string) error {
	resp, err := c.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type group struct{ first error }

func (g *group) Go(f func() error) { g.first = f() }

func newHandler(c *http.Client, fallback *http.Client) func(context.Context, string) error {
	return func(ctx context.Context, url string) error {
		return retry(3, func() error {
			var g group
			for range 2 {
				g.Go(func() error { return send(c, url) })
			}
			defer func() {
				go func() { send(fallback, url) }()
			}()
			return g.first
		})
	}
}

func main() {
	warm := &http.Client{Transport: &http.Transport{}} // only main sends by it
	send(warm, "https://config.example.com")
	late := &http.Client{Transport: &http.Transport{}} // nobody calls the function that would
	later := func() func() error { return func() error { return send(late, "https://example.com") } }
	_ = later
	h := newHandler(
		&http.Client{Transport: &http.Transport{}}, // want `^lambda-idle: `
		&http.Client{Transport: &http.Transport{}}, // want `^lambda-idle: `
	)
	lambda.Start(func(ctx context.Context, url string) error {
		own := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `^lambda-leak: `
		if err := retry(2, func() error { return func() error { return send(own, url) }() }); err != nil {
			return err
		}
		return h(ctx, url)
	})
}
