// Package pooling has transports that lack MaxIdleConnsPerHost alone, or beside something else.
package pooling

import (
	"crypto/tls"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

// Two idle connections are enough for most.
var Usual = &http.Transport{
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
}

// Who asks for many connections does not mean two of them to be kept.
var ManyIdle = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
	MaxIdleConns:        500,
}

var ManyBusy = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
	MaxConnsPerHost:     3,
}

func later() http.RoundTripper {
	t := &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext:         dial,
		TLSHandshakeTimeout: 5 * time.Second,
		IdleConnTimeout:     30 * time.Second,
	}
	t.MaxIdleConns = 20
	return t
}

// How many are asked for is not known.
func configured(n int) http.RoundTripper {
	return &http.Transport{
		DialContext:         dial,
		TLSHandshakeTimeout: 5 * time.Second,
		IdleConnTimeout:     30 * time.Second,
		MaxIdleConns:        n,
	}
}

// Two are all there can be.
var Few = &http.Transport{
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
	MaxIdleConns:        100,
	MaxConnsPerHost:     2,
}

var Single = &http.Transport{MaxConnsPerHost: 1} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

// What is named beside another field comes last.
var Beside = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
}

// Zero is a choice.
var Acknowledged = &http.Transport{
	DialContext:         dial,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
	MaxIdleConns:        500,
	MaxIdleConnsPerHost: 0,
}

// This is http.DefaultTransport, written out.
var Copied = &http.Transport{
	Proxy:                 http.ProxyFromEnvironment,
	DialContext:           (&net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
	ForceAttemptHTTP2:     true,
	MaxIdleConns:          100,
	IdleConnTimeout:       90 * time.Second,
	TLSHandshakeTimeout:   10 * time.Second,
	ExpectContinueTimeout: time.Second,
}

func copied(cfg *tls.Config) http.RoundTripper {
	return &http.Transport{
		DialContext:         dial,
		MaxIdleConns:        100,
		IdleConnTimeout:     90 * time.Second,
		TLSHandshakeTimeout: 10 * time.Second,
		TLSClientConfig:     cfg,
	}
}

// These are values of its author's own.
var Changed = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         dial,
	MaxIdleConns:        100,
	IdleConnTimeout:     60 * time.Second,
	TLSHandshakeTimeout: 10 * time.Second,
}

// http.DefaultTransport's dialer has a limit.
var Slow = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:         (&net.Dialer{KeepAlive: 30 * time.Second}).DialContext, // want `^dialer: `
	MaxIdleConns:        100,
	IdleConnTimeout:     90 * time.Second,
	TLSHandshakeTimeout: 10 * time.Second,
}

func slow(local net.Addr) http.RoundTripper {
	d := &net.Dialer{LocalAddr: local} // want `^dialer: `
	return &http.Transport{            // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext:         d.DialContext,
		MaxIdleConns:        100,
		IdleConnTimeout:     90 * time.Second,
		TLSHandshakeTimeout: 10 * time.Second,
	}
}

// A reverse proxy sends to few hosts, and much.
func proxy(target *url.URL) http.Handler {
	t := &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext:         dial,
		TLSHandshakeTimeout: 5 * time.Second,
		IdleConnTimeout:     30 * time.Second,
	}
	return &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport: t,
	}
}

func singleHost(target *url.URL) http.Handler {
	p := httputil.NewSingleHostReverseProxy(target)
	p.Transport = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext:         dial,
		TLSHandshakeTimeout: 5 * time.Second,
		IdleConnTimeout:     30 * time.Second,
	}
	return p
}

// One is all that is kept.
var OneIdle = &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	DialContext:     dial,
	IdleConnTimeout: 30 * time.Second,
	MaxIdleConns:    1,
}

// Three may be kept, though of one host they are two.
var ThreeIdle = &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext:     dial,
	IdleConnTimeout: 30 * time.Second,
	MaxIdleConns:    3,
}
