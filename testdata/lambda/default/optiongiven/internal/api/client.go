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
	http *http.Client
}

// Option changes a Client.
type Option func(*Client)

// WithHTTPClient replaces the HTTP client.
func WithHTTPClient(client *http.Client) Option {
	return func(c *Client) { c.http = client }
}

// New makes a Client.
func New(opts ...Option) *Client {
	c := &Client{http: &http.Client{Timeout: 10 * time.Second}}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
