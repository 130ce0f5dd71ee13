// Package clone copies transports with Clone; what is set in the copy counts for the value it was made from.
package clone

import (
	"crypto/tls"
	"net/http"
	"time"
)

func cloned() http.RoundTripper {
	base := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t := base.Clone()
	t.IdleConnTimeout = time.Minute
	return t
}

func inheriting() http.RoundTripper {
	base := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	base.IdleConnTimeout = time.Minute
	return base.Clone()
}

// The clone is no second value: one diagnostic, at the literal.
func nothing(cfg *tls.Config) http.RoundTripper {
	t := (&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}).Clone() // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.TLSClientConfig = cfg
	return t
}

var base = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`

func short() http.RoundTripper {
	t := base.Clone()
	t.IdleConnTimeout = time.Second
	return t
}

func strict() *http.Client {
	client := &http.Client{Transport: base.Clone()}
	client.Transport.(*http.Transport).TLSHandshakeTimeout = time.Second
	return client
}

// A clone of what somebody else made.
func given(t *http.Transport) http.RoundTripper {
	return t.Clone()
}
