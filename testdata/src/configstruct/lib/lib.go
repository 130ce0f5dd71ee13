// Package lib takes transports inside a struct.
package lib

import (
	"net/http"
	"time"
)

type Config struct {
	Transport *http.Transport
	Retries   int
}

// New fills in what the caller left out.
func New(cfg Config) *http.Client {
	if cfg.Transport.IdleConnTimeout == 0 {
		cfg.Transport.IdleConnTimeout = time.Minute
	}
	return &http.Client{Transport: cfg.Transport}
}

type Options struct {
	Transport *http.Transport
}

// Dial leaves the transport as it is.
func Dial(o *Options) *http.Client {
	return &http.Client{Transport: o.Transport}
}

type Sink struct {
	Transport http.RoundTripper
}

func (s *Sink) Get(url string) (*http.Response, error) {
	return (&http.Client{Transport: s.Transport}).Get(url)
}
