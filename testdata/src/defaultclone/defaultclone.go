// Package defaultclone takes its values from http.DefaultTransport, which has them.
package defaultclone

import (
	"crypto/tls"
	"net/http"
	"time"
)

var Shared = http.DefaultTransport.(*http.Transport).Clone()

func insecure(cfg *tls.Config) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSClientConfig = cfg
	return &http.Client{Transport: t}
}

func twoSteps() http.RoundTripper {
	base := http.DefaultTransport.(*http.Transport)
	t := base.Clone()
	t.MaxIdleConnsPerHost = 100
	return t
}

func checked() http.RoundTripper {
	if t, ok := http.DefaultTransport.(*http.Transport); ok {
		return t.Clone()
	}
	return http.DefaultTransport
}

// Where somebody replaced the default, a zero transport takes its place.
func fallback() http.RoundTripper {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		t = &http.Transport{}
	}
	return t
}

// The clone is made from either of them, and then completed.
func fallbackClone() http.RoundTripper {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		t = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}
	}
	t = t.Clone()
	t.IdleConnTimeout = time.Minute
	return t
}

// Changing the default itself makes no value.
func init() {
	http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 100
}
