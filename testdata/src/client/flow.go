package client

import (
	"net/http"
	"time"
)

func later(timeout time.Duration) *http.Client {
	c := &http.Client{}
	if timeout > 0 {
		c.Timeout = timeout
	}
	return c
}

func bound(c *http.Client) { c.Timeout = 10 * time.Second }

func helped() *http.Client {
	var c http.Client
	bound(&c)
	return &c
}

// The client is passed on, and nobody limits it.
func redirects(c *http.Client) *http.Client {
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return c
}

func loose() *http.Client {
	return redirects(&http.Client{}) // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
}

type api struct {
	plain http.Client // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	timed http.Client
	held  *http.Client
}

func newAPI() *api {
	a := &api{held: &http.Client{}}
	a.timed.Timeout = 10 * time.Second
	a.held.Timeout = 10 * time.Second
	return a
}

// Given to a function from outside, the client may get a limit there.
func Build(configure func(*http.Client)) *http.Client {
	c := &http.Client{}
	configure(c)
	return c
}

func constructor() *http.Client {
	return &http.Client{}
}

var completed = func() *http.Client {
	c := constructor()
	c.Timeout = 10 * time.Second
	return c
}()

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

// An interface configures nothing.
func use(d doer) {}

func init() {
	use(&http.Client{}) // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
}
