// Package api makes clients that have to be closed.
package api

import (
	"net/http"
	"strings"
)

// Jobs is a client of the jobs API.
type Jobs struct {
	HTTP *http.Client
}

// NewJobs makes a Jobs.
func NewJobs() *Jobs {
	return &Jobs{&http.Client{Transport: &http.Transport{MaxIdleConns: 10}}}
}

// Create creates a job.
func (j *Jobs) Create(body string) error {
	resp, err := j.HTTP.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Close closes what Create leaves.
func (j *Jobs) Close() {
	j.HTTP.CloseIdleConnections()
}

// NewClient makes a client that is not wrapped.
func NewClient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 20}}
}
