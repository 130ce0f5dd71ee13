// Package optionsclosed has exported options over a struct whose transport only this package can touch.
package optionsclosed

import (
	"net"
	"net/http"
	"time"
)

type config struct {
	transport *http.Transport
	dialer    *net.Dialer
	name      string
}

// Option is exported, but nobody outside can name its parameter's type.
type Option func(*config)

func WithIdle(idle time.Duration) Option {
	return func(c *config) { c.transport.IdleConnTimeout = idle }
}

func WithName(name string) Option {
	return func(c *config) { c.name = name }
}

func WithDialTimeout(timeout time.Duration) Option {
	return func(c *config) { c.dialer.Timeout = timeout }
}

func New(options ...Option) *http.Client {
	d := &net.Dialer{}
	cfg := &config{
		dialer:    d,
		transport: &http.Transport{DialContext: d.DialContext, MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	}
	for _, o := range options {
		o(cfg)
	}
	return &http.Client{Transport: cfg.transport}
}

// Client is exported, its transport is not.
type Client struct {
	tr *http.Transport
}

type ClientOption func(*Client)

func Pool(n int) ClientOption {
	return func(c *Client) { c.tr.MaxIdleConns, c.tr.MaxIdleConnsPerHost = n, n }
}

func NewClient(options ...ClientOption) *Client {
	c := &Client{tr: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for _, o := range options {
		o(c)
	}
	return c
}

// Open has an exported field: an option from outside may set what it likes.
type Open struct {
	Transport *http.Transport
}

type OpenOption func(*Open)

func NewOpen(options ...OpenOption) *Open {
	o := &Open{Transport: &http.Transport{}}
	for _, option := range options {
		option(o)
	}
	return o
}
