// Package mootclones has clones of http.DefaultTransport that keep no idle connections.
package mootclones

import (
	"net/http"
	"time"
)

func single() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DisableKeepAlives = true
	return t
}

func none() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.MaxIdleConnsPerHost = -1
	return t
}

func long() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DisableKeepAlives, t.IdleConnTimeout = true, 98*time.Second
	return t
}

func sometimes(once bool) http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone() // want `^require: http.DefaultTransport has a 90s IdleConnTimeout`
	if once {
		t.DisableKeepAlives = true
	}
	return t
}
