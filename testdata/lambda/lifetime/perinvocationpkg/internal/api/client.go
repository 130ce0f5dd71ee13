// Package api makes its client when it is first needed; how long it lives is up to who holds the Client.
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

// New makes a Client.
func New() *Client {
	return &Client{}
}

func (c *Client) client() *http.Client {
	if c.http == nil {
		c.http = &http.Client{Timeout: 5 * time.Second}
	}
	return c.http
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.client().Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
