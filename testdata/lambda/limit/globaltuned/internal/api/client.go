// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"
)

// Transport can be tuned before the first request.
var Transport = &http.Transport{MaxIdleConns: 10}

var client = &http.Client{Transport: Transport}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
