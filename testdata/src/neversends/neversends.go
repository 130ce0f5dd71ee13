// Package neversends has transports that are there for one of their functions, and others.
package neversends

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"time"
)

var dialer = &net.Dialer{Timeout: time.Second}

// Proxy takes the function that finds a proxy.
func Proxy(u *url.URL) (*url.URL, error) {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment}
	return t.Proxy(&http.Request{URL: u})
}

// Dial takes the one that dials.
func Dial(ctx context.Context, addr string) (net.Conn, error) {
	t := &http.Transport{DialContext: dialer.DialContext}
	dial := t.DialContext
	return dial(ctx, "tcp", addr)
}

// Both takes it, and sends a request, too.
func Both(u *url.URL) (*http.Response, error) {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^leak: ` `^transport: http.Transport does not set TLSHandshakeTimeout `
	req := &http.Request{URL: u}
	if _, err := t.Proxy(req); err != nil {
		return nil, err
	}
	return t.RoundTrip(req)
}

// Client gives it to a client.
func Client(u *url.URL) *http.Client {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^transport: http.Transport does not set IdleConnTimeout `
	if _, err := t.Proxy(&http.Request{URL: u}); err != nil {
		return nil
	}
	return &http.Client{Transport: t}
}

// Kept returns it.
func Kept(u *url.URL) *http.Transport {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^transport: http.Transport does not set IdleConnTimeout `
	if _, err := t.Proxy(&http.Request{URL: u}); err != nil {
		return nil
	}
	return t
}

// Helped sends in another function.
func Helped(u *url.URL) (*http.Response, error) {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^leak: ` `^transport: http.Transport does not set TLSHandshakeTimeout `
	if _, err := t.Proxy(&http.Request{URL: u}); err != nil {
		return nil, err
	}
	return send(t, u)
}

func send(t *http.Transport, u *url.URL) (*http.Response, error) {
	return t.RoundTrip(&http.Request{URL: u})
}

// Written has a function that is only written.
func Written() {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
	t.Proxy = http.ProxyFromEnvironment
}

// Pointed has functions that are written in other ways, and compared.
func Pointed() bool {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout `
	dial := &t.DialContext
	*dial = dialer.DialContext
	for _, t.Proxy = range []func(*http.Request) (*url.URL, error){http.ProxyFromEnvironment} {
	}
	return t.Proxy != nil
}

// Sent gives it to others, who have the channel.
func Sent(u *url.URL, to chan<- *http.Transport) {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^transport: http.Transport does not set IdleConnTimeout `
	if _, err := t.Proxy(&http.Request{URL: u}); err == nil {
		to <- t
	}
}

// Default is for everybody.
func Default(u *url.URL) {
	t := &http.Transport{Proxy: http.ProxyFromEnvironment} // want `^transport: http.Transport does not set IdleConnTimeout `
	if _, err := t.Proxy(&http.Request{URL: u}); err == nil {
		http.DefaultTransport = t
	}
}
