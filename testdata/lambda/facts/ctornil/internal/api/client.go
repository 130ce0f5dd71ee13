// Package api talks to the orders API.
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
	base string
}

// New makes a Client.
func New(base string) *Client {
	return &Client{
		http: &http.Client{
			Timeout: 10 * time.Second,
		},
		base: base,
	}
}

// Create creates an order.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post(c.base+"/orders", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
