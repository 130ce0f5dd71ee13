// Command pooluses uses http.DefaultTransport's pool in several ways; the worst is reported.
package main

import (
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

func done(resp *http.Response, err error) error {
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// It reads only: net/http repeats that by itself.
func reads(url string) error {
	c := &http.Client{Timeout: time.Second}
	if err := done(c.Head(url)); err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	return done(c.Do(req))
}

func writes(url string) error {
	req, err := http.NewRequest(http.MethodPut, url, nil)
	if err != nil {
		return err
	}
	return done((&http.Client{}).Do(req)) // want `^lambda-default: `
}

// Nobody calls it.
func unused(url string) error { return done(http.Post(url, "text/plain", nil)) }

func handle(url string) error {
	if err := done(http.Get(url)); err != nil {
		return err
	}
	if err := reads(url); err != nil {
		return err
	}
	if err := writes(url); err != nil {
		return err
	}
	return done(http.Post(url, "text/plain", nil))
}

func main() { lambda.Start(handle) }
