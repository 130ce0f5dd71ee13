// Package store talks to the jobs API.
package store

import (
	"context"
	"net/http"
	"strings"
)

// A Store keeps a client.
type Store struct{ http *http.Client }

// Default is for everybody.
var Default = &Store{&http.Client{Transport: &http.Transport{}}}

// Create creates a job.
func (s *Store) Create(ctx context.Context, body string) error {
	resp, err := s.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
