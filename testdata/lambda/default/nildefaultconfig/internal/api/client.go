// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"
)

// A Config says how.
type Config struct {
	Host string
	Base *Config      // what it was derived from, or itself
	HTTP *http.Client // nil for one of the package's own
	Log  func(string) // nil for none
}

// With makes a Config.
func With(c *http.Client, log func(string)) Config {
	return Config{Host: "api.example.com", HTTP: c, Log: log}
}

// Client is the API client.
type Client struct{ config Config }

// New makes a Client.
func New(c Config) *Client {
	if c.HTTP == nil {
		c.HTTP = &http.Client{Transport: &http.Transport{}}
	}
	return &Client{c}
}

// Create creates a job.
func (c *Client) Create(ctx context.Context, body string) error {
	resp, err := c.config.HTTP.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
