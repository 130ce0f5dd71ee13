// Package crm has a constructor with several callers.
package crm

import (
	"net/http"
	"time"
)

var backup = &http.Client{Transport: &http.Transport{}}

// A Store asks the CRM.
type Store struct {
	c       *http.Client
	plugins []Plugin
}

// A Plugin is called with each request.
type Plugin interface{ Before(url string) }

// New takes a client.
func New(c *http.Client) *Store { return &Store{c: c} }

// NewDefault makes one.
func NewDefault() *Store { return New(&http.Client{Timeout: 3 * time.Second}) }

// NewBackup takes one of the package.
func NewBackup() *Store { return New(backup) }

// Use adds a plugin.
func (s *Store) Use(p Plugin) *Store {
	s.plugins = append(s.plugins, p)
	return s
}

// Lookup asks.
func (s *Store) Lookup(url string) error {
	for _, p := range s.plugins {
		p.Before(url)
	}
	resp, err := s.c.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type tracer struct{ url string }

// Tracer makes a plugin that reports.
func Tracer(url string) Plugin { return &tracer{url} }

func (t *tracer) Before(string) {
	c := http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	if resp, err := c.Head(t.url); err == nil {
		resp.Body.Close()
	}
}

type counter struct{ n int }

// Counter makes a plugin that counts.
func Counter() Plugin { return &counter{} }

func (c *counter) Before(string) { c.n++ }

// Traced is the store of those who want to be traced.
func Traced(c *http.Client) *Store { return New(c).Use(Tracer("https://trace.example.com")) }
