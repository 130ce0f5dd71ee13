// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/facts/ctorthree/internal/httpx"
)

// Client is the API client.
type Client struct {
	http *http.Client
	base string
}

// New makes a Client.
func New(base string) *Client {
	return &Client{http: httpx.NewClient(), base: base}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/jobs", strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
