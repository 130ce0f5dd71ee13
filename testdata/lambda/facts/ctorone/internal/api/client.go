// Package api talks to the orders API; it could run anywhere.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Client is the API client.
type Client struct {
	http *http.Client
	base string
}

// New makes a Client.
func New(base string) *Client {
	return &Client{
		http: &http.Client{Transport: &http.Transport{MaxIdleConns: 100}},
		base: base,
	}
}

// Create creates an order.
func (c *Client) Create(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+"/orders", strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
