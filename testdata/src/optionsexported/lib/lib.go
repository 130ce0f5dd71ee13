// Package lib has options of an exported type: whoever imports it can write more of them.
package lib

import (
	"net/http"
	"time"
)

type Option func(*http.Transport)

func WithIdle(idle time.Duration) Option {
	return func(t *http.Transport) { t.IdleConnTimeout = idle }
}

// New gets options from outside: what they set is not known.
func New(options ...Option) *http.Client {
	t := &http.Transport{}
	for _, o := range options {
		o(t)
	}
	return &http.Client{Transport: t}
}

// ClientOption configures the client, which does not configure its transport.
type ClientOption func(*http.Client)

func NewClient(options ...ClientOption) *http.Client {
	c := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	for _, o := range options {
		o(c)
	}
	return c
}
