// Package deep talks to the jobs API, with a limit that somebody else chooses.
package deep

import (
	"context"
	"net/http"
	"strings"
)

// Client is the API client.
type Client struct{ HTTP *http.Client }

// Default can be tuned before the first request.
var Default = &Client{HTTP: &http.Client{Transport: &http.Transport{}}}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.HTTP.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
