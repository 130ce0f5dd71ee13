// Package api talks to the jobs API.
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
	transport := &http.Transport{TLSHandshakeTimeout: 5 * time.Second}
	return &Client{http: &http.Client{Transport: transport}, base: base}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post(c.base+"/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
