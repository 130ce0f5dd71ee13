// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
)

// Job is a job.
type Job struct {
	ID string
}

// Client is the API client.
type Client struct {
	http *http.Client
}

// New makes a Client.
func New() *Client {
	return &Client{http: &http.Client{Transport: &http.Transport{}}}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, job Job) error {
	return c.post("/jobs/" + job.ID)
}

// Delete deletes a job.
func (c *Client) Delete(ctx context.Context, job Job) error {
	return c.post("/jobs/" + job.ID + "/delete")
}

func (c *Client) post(path string) error {
	resp, err := c.http.Post("https://api.example.com"+path, "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
