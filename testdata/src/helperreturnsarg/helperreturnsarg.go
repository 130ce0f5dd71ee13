// Package helperreturnsarg has helpers that hand back what they are given.
package helperreturnsarg

import (
	"net/http"
	"time"
)

func withIdle(t *http.Transport) *http.Transport {
	t.IdleConnTimeout = time.Minute
	return t
}

func orDefault(t *http.Transport) *http.Transport {
	if t == nil {
		return http.DefaultTransport.(*http.Transport)
	}
	return t
}

func asTripper(t *http.Transport) http.RoundTripper { return t }

func set() http.RoundTripper {
	return withIdle(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func setInResult() http.RoundTripper {
	t := orDefault(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = time.Minute
	return t
}

func setInCall() {
	orDefault(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}).IdleConnTimeout = time.Minute // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func setInInterface() http.RoundTripper {
	rt := asTripper(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	rt.(*http.Transport).IdleConnTimeout = time.Minute
	return rt
}

func unset() http.RoundTripper {
	return asTripper(orDefault(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10})) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}
