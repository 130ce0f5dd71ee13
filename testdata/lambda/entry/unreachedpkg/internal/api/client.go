// Package api has a client that not all its users need.
package api

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
)

var client = &http.Client{Transport: &http.Transport{}}

// Valid reports whether body is JSON.
func Valid(body string) bool {
	return json.Valid([]byte(body))
}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
