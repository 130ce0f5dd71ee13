// Package zero posts to an API.
package zero

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

// An Option sets something.
type Option func(*API)

// New returns an API.
func New(options ...Option) *API {
	a := new(API)
	for _, o := range options {
		o(a)
	}
	return a
}

// WithTimeout limits requests.
func WithTimeout(d time.Duration) Option {
	return func(a *API) {
		a.HTTP = &http.Client{Transport: &http.Transport{IdleConnTimeout: d}}
	}
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
