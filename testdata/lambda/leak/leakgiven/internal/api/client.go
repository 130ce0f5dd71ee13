// Package api makes a client of its own where it is given none.
package api

import (
	"net/http"
	"strings"
)

// Jobs is the jobs API.
type Jobs struct{ http *http.Client }

// New makes a Jobs that uses c; nil means one of its own.
func New(c *http.Client) *Jobs {
	if c == nil {
		c = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
	}
	return &Jobs{http: c}
}

// Create creates a job.
func (j *Jobs) Create(body string) error {
	resp, err := j.http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
