// Package jobs talks to the jobs API.
package jobs

import (
	"net/http"
	"strings"
)

// A Service creates jobs.
type Service struct{ client *http.Client }

// A Factory makes services.
type Factory interface{ New(c *http.Client) *Service }

// A Counter counts jobs.
type Counter interface{ Count(c *http.Client) *Total }

// A Total is how many jobs there are.
type Total struct{ Jobs int64 }

// Defaults is what makes all of these.
type Defaults struct{}

// New returns a Service that keeps c.
func (*Defaults) New(c *http.Client) *Service { return &Service{client: c} }

// Count asks once, by c.
func (*Defaults) Count(c *http.Client) *Total {
	resp, err := c.Get("https://api.example.com/v1/jobs")
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	return &Total{Jobs: resp.ContentLength}
}

// Create creates a job.
func (s *Service) Create(body string) error {
	resp, err := s.client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
