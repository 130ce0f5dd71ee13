// Package tuned talks to the jobs API, with a limit that somebody else chooses.
package tuned

import (
	"context"
	"net/http"
	"strings"
)

// Transport can be tuned before the first request.
var Transport = &http.Transport{}

var client = &http.Client{Transport: Transport}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
