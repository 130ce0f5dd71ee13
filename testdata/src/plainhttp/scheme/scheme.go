// Package scheme has transports that are made where the scheme of a URL is http, and others.
package scheme

import (
	"net"
	"net/http"
	"net/url"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

// New makes a client for servers of each kind.
func New(server *url.URL) *http.Client {
	switch server.Scheme {
	case "http":
		return plain()
	case "https":
		return secure()
	}
	return nil
}

func plain() *http.Client {
	return &http.Client{Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: time.Second, DialContext: dialer.DialContext}}
}

func secure() *http.Client {
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// Direct does so at once.
func Direct(server *url.URL) http.RoundTripper {
	if server.Scheme != "http" {
		return &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	return &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext}
}

// Proxied knows the scheme of its proxy alone.
func Proxied(proxy *url.URL) http.RoundTripper {
	switch proxy.Scheme {
	case "http":
		return &http.Transport{Proxy: http.ProxyURL(proxy), IdleConnTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	return nil
}

// Either may be of both schemes.
func Either(server *url.URL) http.RoundTripper {
	switch server.Scheme {
	case "http", "https":
		return &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	return nil
}

func both() *http.Transport {
	return &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer.DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
}

// Both are made by one function, under one condition and without.
func Both(server *url.URL) (*http.Transport, *http.Transport) {
	if server.Scheme == "http" {
		return both(), nil
	}
	return nil, both()
}
