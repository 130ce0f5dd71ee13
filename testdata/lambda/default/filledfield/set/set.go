// Package set posts to an API.
package set

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
func New() *API { return &API{HTTP: newClient()} }

// With returns an API on a base.
func With(base string) *API {
	client := &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
	return &API{client, base}
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
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
