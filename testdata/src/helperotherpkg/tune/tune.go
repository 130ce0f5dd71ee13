// Package tune configures what other packages make.
package tune

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

func Harden(t *http.Transport) {
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
}

// Idle sets one field, in a helper of its own.
func Idle(t *http.Transport, idle time.Duration) { setIdle(t, idle) }

func setIdle(t *http.Transport, idle time.Duration) {
	if idle > 0 {
		t.IdleConnTimeout = idle
	}
}

// Describe sets nothing.
func Describe(t *http.Transport) int { return t.MaxIdleConns }

// Last configures its last argument.
func Last(first, last *http.Transport) {
	if first != last {
		last.IdleConnTimeout = time.Minute
	}
}

// Trust returns its argument.
func Trust(t *http.Transport, cfg *tls.Config) *http.Transport {
	t.TLSClientConfig = cfg
	return t
}

// Client configures the transport inside a client.
func Client(c *http.Client) {
	if t, ok := c.Transport.(*http.Transport); ok {
		t.IdleConnTimeout = time.Minute
	}
}

// Tripper configures what is behind an interface.
func Tripper(rt http.RoundTripper) http.RoundTripper {
	switch t := rt.(type) {
	case *http.Transport:
		t.IdleConnTimeout = time.Minute
	}
	return rt
}

// Options configures in a method.
type Options struct {
	Idle time.Duration
}

func (o Options) Apply(t *http.Transport) { t.IdleConnTimeout = o.Idle }

func Dialer(d *net.Dialer) { d.Timeout = 5 * time.Second }

// A Pool is configured by its methods.
type Pool []*http.Transport

func (p Pool) Idle(idle time.Duration) {
	for _, t := range p {
		t.IdleConnTimeout = idle
	}
}

// Both returns the pool itself.
func (p Pool) Both() Pool { return p }
