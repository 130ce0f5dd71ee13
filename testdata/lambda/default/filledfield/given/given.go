// Package given posts to an API.
package given

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

// New returns an API on the client, nil for http.DefaultClient.
func New(c *http.Client) *API { return &API{HTTP: c} }

const timeout = 30 * time.Second

// WithTimeout returns an API with a client of its own.
func WithTimeout() *API {
	return New(&http.Client{Transport: &http.Transport{IdleConnTimeout: timeout}})
}

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
