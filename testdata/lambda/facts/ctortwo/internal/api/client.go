// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
)

// Client is the API client.
type Client struct {
	http *http.Client
	base string
}

// New makes a Client.
func New(base string) *Client {
	c := &Client{base: base}
	c.http = &http.Client{Transport: &http.Transport{}}
	return c
}

// Finish reports a job as done.
func (c *Client) Finish(ctx context.Context, id string) error {
	resp, err := c.http.Post(c.base+"/jobs/"+id+"/finish", "", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
