// Package lib makes clients with an IdleConnTimeout that its callers may choose.
package lib

import (
	"net/http"
	"time"
)

type Option func(*http.Transport)

func WithIdle(d time.Duration) Option { return func(t *http.Transport) { t.IdleConnTimeout = d } }

func New(options ...Option) *http.Client {
	t := &http.Transport{IdleConnTimeout: 90 * time.Second}
	for _, o := range options {
		o(t)
	}
	return &http.Client{Transport: t}
}

func NewIdle(d time.Duration) *http.Client {
	t := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if d > 0 {
		t.IdleConnTimeout = d
	}
	return &http.Client{Transport: t}
}

type Config struct{ Idle time.Duration }

func raw() *http.Transport { return &http.Transport{IdleConnTimeout: 90 * time.Second} }

func NewConfigured(c Config) *http.Client {
	t := raw()
	t.IdleConnTimeout = c.Idle
	return &http.Client{Transport: t}
}
