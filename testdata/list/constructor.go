package list

import (
	"errors"
	"net/http"
	"time"
)

type session struct{ c *http.Client }

// Open is called again and again, and what it makes is part of what it returns.
func Open() *session {
	return &session{c: &http.Client{Timeout: 60 * time.Second, Transport: &http.Transport{IdleConnTimeout: 61 * time.Second}}}
}

// Check returns a function that makes a client on each call.
func Check(url string) func() error {
	return func() error {
		c := New(&http.Client{Timeout: 62 * time.Second})
		return c.get(url)
	}
}

type getter struct{ c *http.Client }

// New keeps the client.
func New(c *http.Client) *getter { return &getter{c} }

func (g *getter) get(url string) error {
	resp, err := g.c.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// ExecutePing does not look as if it was called again and again, and drops its transport as well as its client.
func ExecutePing(url string) error {
	t := &http.Transport{IdleConnTimeout: 63 * time.Second}
	c := &http.Client{Timeout: 64 * time.Second, Transport: t}
	return ping(c, url)
}

func ping(c *http.Client, url string) error {
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	return errors.Join(resp.Body.Close())
}
