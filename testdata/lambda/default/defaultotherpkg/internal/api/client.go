// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Flush asks for the jobs to be run.
func Flush(ctx context.Context) error {
	resp, err := http.Post("https://api.example.com/v1/flush", "", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
