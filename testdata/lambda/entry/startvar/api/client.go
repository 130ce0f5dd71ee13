// Package api talks to the jobs API.
package api

import (
	"net/http"
	"strings"
)

var client = &http.Client{Transport: &http.Transport{}}

// Create creates a job.
func Create(body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
