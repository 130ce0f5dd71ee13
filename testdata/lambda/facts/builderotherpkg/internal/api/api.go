// Package api talks to the jobs API by a client that it is told to use.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Client is the API client.
type Client struct{ http *http.Client }

// New makes a Client.
func New() *Client { return &Client{} }

// Use has c send with h.
func (c *Client) Use(h *http.Client) { c.http = h }

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
