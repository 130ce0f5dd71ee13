// Package api talks to the jobs API.
package api

import (
	"context"
	"net/http"
	"strings"
	"time"
)

// HTTPClient is what requests are sent with; programs may replace it.
var HTTPClient = &http.Client{Timeout: 5 * time.Second}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := HTTPClient.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
