// Package setunderif sets fields under a condition: somebody made a choice, but for a dial function, which is a way and no limit.
package setunderif

import (
	"net"
	"net/http"
	"time"
)

type config struct {
	Idle, Handshake, Dial time.Duration
	Conns, PerHost        int
}

func full(cfg config) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	if cfg.Idle > 0 {
		t.IdleConnTimeout = cfg.Idle
	}
	if cfg.Handshake > 0 {
		t.TLSHandshakeTimeout = cfg.Handshake
	}
	if cfg.Conns > 0 && cfg.PerHost > 0 {
		t.MaxIdleConns = cfg.Conns
		t.MaxIdleConnsPerHost = cfg.PerHost
	}
	if cfg.Dial > 0 {
		t.DialContext = (&net.Dialer{Timeout: cfg.Dial}).DialContext
	}
	return t
}

func half(cfg config) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: cfg.Conns, MaxIdleConnsPerHost: cfg.PerHost} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if cfg.Idle > 0 {
		t.IdleConnTimeout = cfg.Idle
	}
	if cfg.Handshake > 0 {
		cfg.Dial += cfg.Handshake
	}
	return t
}

func early(cfg *config) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	if cfg == nil {
		return t
	}
	t.IdleConnTimeout = cfg.Idle
	t.TLSHandshakeTimeout = cfg.Handshake
	return t
}

func dial(addr string, timeout time.Duration) (net.Conn, error) {
	var d net.Dialer
	if timeout != 0 {
		d.Timeout = timeout
	}
	return d.Dial("tcp", addr)
}

func dialKeepAlive(addr string, every time.Duration) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if every != 0 {
		d.KeepAlive = every
	}
	return d.Dial("tcp", addr)
}
