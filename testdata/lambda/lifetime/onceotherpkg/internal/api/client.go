// Package api makes its client when it is first needed.
package api

import (
	"context"
	"net/http"
	"strings"
	"sync"
)

var (
	once   sync.Once
	client *http.Client
)

func get() *http.Client {
	once.Do(setup)
	return client
}

func setup() {
	client = &http.Client{Transport: &http.Transport{}}
}

// Create creates a job.
func Create(ctx context.Context, body string) error {
	resp, err := get().Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
