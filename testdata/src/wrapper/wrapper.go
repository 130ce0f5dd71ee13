// Package wrapper has round trippers that wrap a transport.
package wrapper

import (
	"net/http"
	"time"
)

type authorized struct {
	inner *http.Transport
	token string
}

func (a *authorized) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+a.token)
	return a.inner.RoundTrip(r)
}

func newAuthorized(token string) *http.Client {
	return &http.Client{Transport: &authorized{
		inner: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		token: token,
	}}
}

// limited sets a field of what it wraps.
type limited struct {
	inner *http.Transport
}

func (l *limited) RoundTrip(r *http.Request) (*http.Response, error) {
	return l.inner.RoundTrip(r)
}

func limit(t *http.Transport, idle time.Duration) http.RoundTripper {
	l := &limited{inner: t}
	l.inner.IdleConnTimeout = idle
	return l
}

var Limited = limit(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, time.Minute) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

// tracing embeds the interface.
type tracing struct {
	http.RoundTripper
}

func newTracing() http.RoundTripper {
	return &tracing{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// recording embeds it too, and completes it.
type recording struct {
	http.RoundTripper
}

func newRecording() http.RoundTripper {
	r := recording{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	r.RoundTripper.(*http.Transport).IdleConnTimeout = time.Minute
	return r
}

type tripperFunc func(*http.Request) (*http.Response, error)

func (f tripperFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// The transport's own method is all that is kept of it.
var Func = tripperFunc((&http.Transport{}).RoundTrip) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
