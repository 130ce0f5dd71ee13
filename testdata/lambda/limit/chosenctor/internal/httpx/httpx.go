// Package httpx makes clients with a limit.
package httpx

import (
	"net/http"
	"time"
)

// Config is what users choose.
type Config struct {
	Idle time.Duration
}

// NewClient makes a client.
func NewClient(c Config) *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: c.Idle}}
}

// NewShort makes a client that keeps connections for a short while.
func NewShort() *http.Client {
	return &http.Client{Transport: Tune(&http.Transport{MaxIdleConns: 10})}
}

// Tune sets the limit of t.
func Tune(t *http.Transport) *http.Transport {
	t.IdleConnTimeout = 20 * time.Second
	return t
}
