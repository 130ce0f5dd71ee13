// Package made stores what others give it.
package made

import (
	"net/http"
	"time"
)

const Idle = 102 * time.Second

// Default is what others may set.
var Default time.Duration

func New(idle time.Duration) *http.Transport {
	if idle == 0 {
		idle = Default
	}
	return &http.Transport{IdleConnTimeout: idle}
}

type Config struct{ Idle, TLS time.Duration }

func FromConfig(c Config) *http.Transport {
	return &http.Transport{IdleConnTimeout: c.Idle, TLSHandshakeTimeout: c.TLS}
}

type Option func(*http.Transport)

func WithSeconds(n int) Option {
	return func(t *http.Transport) { t.IdleConnTimeout = time.Duration(n) * time.Second }
}

func FromOptions(options ...Option) *http.Transport {
	t := &http.Transport{}
	for _, o := range options {
		o(t)
	}
	return t
}
