// Package tune chooses limits.
package tune

import (
	"net/http"
	"time"
)

// Tune sets the idle timeout.
func Tune(t *http.Transport) { t.IdleConnTimeout = 45 * time.Second }

// New makes a transport with options.
func New(opts ...func(*http.Transport)) *http.Transport {
	t := &http.Transport{}
	for _, opt := range opts {
		opt(t)
	}
	return t
}

// WithIdle is an option.
func WithIdle() func(*http.Transport) {
	return func(t *http.Transport) { t.IdleConnTimeout = 50 * time.Second }
}

// Unless sets the Timeout unless it is off.
func Unless(c *http.Client, off bool) {
	if off {
		return
	}
	c.Timeout = 56 * time.Second
}
