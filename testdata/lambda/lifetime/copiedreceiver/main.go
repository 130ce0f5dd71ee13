// Command copiedreceiver puts clients into copies of a receiver, which are gone after the invocation, and into receivers.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type app struct {
	copied *http.Client
	inner  struct{ copied *http.Client }
	kept   *http.Client
}

func (a app) byCopy() []*http.Client {
	if a.copied == nil {
		a.copied = &http.Client{Transport: &http.Transport{MaxIdleConns: 1}} // want `^lambda-leak: `
	}
	a.inner.copied = &http.Client{Transport: &http.Transport{MaxIdleConns: 2}} // want `^lambda-leak: `
	return []*http.Client{a.copied, a.inner.copied}
}

func (a *app) byPointer() *http.Client {
	if a.kept == nil {
		a.kept = &http.Client{Transport: &http.Transport{MaxIdleConns: 3}} // want `^lambda-idle: `
	}
	return a.kept
}

// A builder returns the copy.
type builder struct{ c *http.Client }

func (b builder) with(c *http.Client) builder {
	b.c = c
	return b
}

func send(c *http.Client, url string) error {
	resp, err := c.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	a := &app{}
	b := builder{}.with(&http.Client{Transport: &http.Transport{MaxIdleConns: 4}}) // want `^lambda-idle: `
	lambda.Start(func(url string) error {
		for _, c := range a.byCopy() {
			if err := send(c, url); err != nil {
				return err
			}
		}
		if err := send(b.c, url); err != nil {
			return err
		}
		return send(a.byPointer(), url)
	})
}
