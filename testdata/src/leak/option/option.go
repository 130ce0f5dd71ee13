// Package option applies an option that makes a transport, in each call.
package option

import (
	"crypto/tls"
	"net/http"
)

type option func(*http.Client)

func insecure() option {
	return func(c *http.Client) {
		c.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	}
}

func fetch(url string, opts ...option) error {
	client := &http.Client{}
	for _, o := range opts {
		o(client)
	}
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func Version(url string) error { return fetch(url, insecure()) }

type Client struct{ http *http.Client }

type Option func(*Client)

// It is applied when a client is made.
func WithInsecure() Option {
	return func(c *Client) {
		c.http.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
	}
}

func NewClient(opts ...Option) *Client {
	c := &Client{http: &http.Client{}}
	for _, o := range opts {
		o(c)
	}
	return c
}

func (c *Client) Get(url string) { c.http.Get(url) }
