// Package api takes a client, or makes one.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Client is the API client.
type Client struct {
	http *http.Client
}

// New makes a Client that uses c; nil means one of its own.
func New(c *http.Client) *Client {
	if c == nil {
		c = &http.Client{Transport: &http.Transport{}}
	}
	return &Client{http: c}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
