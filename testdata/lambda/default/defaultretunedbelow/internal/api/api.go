// Package api chooses a limit for http.DefaultTransport, on which it posts.
package api

import (
	"context"
	"net/http"
	"strings"
	"time"
)

func init() {
	http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second
}

var client = &http.Client{Timeout: time.Second}

// Flush posts what is left.
func Flush() error {
	resp, err := http.Post("https://api.example.com/v1/flush", "application/json", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
