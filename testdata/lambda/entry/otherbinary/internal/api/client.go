// Package api is shared by a server and a function.
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

// NewPlain makes a Client for servers.
func NewPlain() *Client {
	return &Client{http: &http.Client{Transport: &http.Transport{}}}
}

// New makes a Client that drops connections that were idle for longer.
func New(idle time.Duration) *Client {
	return &Client{http: &http.Client{Transport: &http.Transport{IdleConnTimeout: idle}}}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
