// Package unset posts to an API.
package unset

import (
	"net/http"
	"strings"
	"time"
)

// An API posts.
type API struct {
	HTTP *http.Client
	base string
}

// New returns an API.
func New() *API {
	return &API{HTTP: &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}}
}

// Plain returns an API that has no client.
func Plain() *API { return &API{base: "https://api.example.com"} }

// Post posts body.
func (a *API) Post(body string) error {
	c := a.HTTP
	if c == nil {
		c = http.DefaultClient
	}
	resp, err := c.Post(a.base, "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
