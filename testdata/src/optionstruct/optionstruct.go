// Package optionstruct collects values in a struct first, and makes the transport from it.
package optionstruct

import (
	"net"
	"net/http"
	"time"
)

type Config struct {
	Idle, Handshake time.Duration
	Conns           int
}

type Option func(*Config)

// Whatever the values are: somebody named the fields.
func New(options ...Option) *http.Client {
	cfg := Config{Idle: time.Minute}
	for _, o := range options {
		o(&cfg)
	}
	return &http.Client{Transport: &http.Transport{
		IdleConnTimeout:     cfg.Idle,
		TLSHandshakeTimeout: cfg.Handshake,
		MaxIdleConns:        cfg.Conns,
		MaxIdleConnsPerHost: cfg.Conns,
		DialContext:         (&net.Dialer{Timeout: cfg.Handshake}).DialContext,
	}}
}

func NewPool(cfg Config) *http.Client {
	return &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		MaxIdleConns:        cfg.Conns,
		MaxIdleConnsPerHost: cfg.Conns,
	}}
}
