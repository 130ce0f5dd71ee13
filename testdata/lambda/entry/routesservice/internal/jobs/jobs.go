// Package jobs keeps jobs behind an API.
package jobs

import (
	"net/http"
	"strings"
)

var (
	creating = &http.Client{Transport: &http.Transport{}}
	deleting = &http.Client{Transport: &http.Transport{}}
)

// A Service keeps them.
type Service struct{}

// New returns a Service.
func New() *Service { return &Service{} }

// Create adds a job.
func (*Service) Create(body string) error {
	resp, err := creating.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Delete removes a job.
func (*Service) Delete(id string) error {
	resp, err := deleting.Post("https://api.example.com/v1/jobs/delete", "text/plain", strings.NewReader(id))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
