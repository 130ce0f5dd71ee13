// Package api takes functional options.
package api

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// Client is the API client.
type Client struct {
	http  *http.Client
	base  string
	token string
}

// Option changes a Client.
type Option func(*Client)

// WithToken sends a token along.
func WithToken(token string) Option {
	return func(c *Client) { c.token = token }
}

// New makes a Client.
func New(base string, opts ...Option) *Client {
	c := &Client{
		http: &http.Client{Timeout: 10 * time.Second},
		base: base,
	}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post(c.base+"/jobs?token="+c.token, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
