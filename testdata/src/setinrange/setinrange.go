// Package setinrange sets fields through range variables.
package setinrange

import (
	"net/http"
	"time"
)

func pointers() []*http.Transport {
	ts := []*http.Transport{
		{MaxIdleConns: 100}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		{},                  // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	for _, t := range ts {
		t.IdleConnTimeout = time.Minute
		t.MaxIdleConnsPerHost = 10
	}
	return ts
}

func indexed() []http.Transport {
	ts := []http.Transport{
		{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	for i := range ts {
		ts[i].IdleConnTimeout = time.Minute
	}
	return ts
}

func values() map[string]*http.Transport {
	m := map[string]*http.Transport{
		"a": {MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	for _, t := range m {
		t.IdleConnTimeout = time.Minute
	}
	return m
}

// The list is made of variables.
func listed() (a, b http.RoundTripper) {
	x := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	y := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for _, t := range []*http.Transport{x, y} {
		t.IdleConnTimeout = time.Minute
	}
	return x, y
}

func reading() (longest time.Duration) {
	for _, t := range []*http.Transport{
		{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	} {
		longest = max(longest, t.IdleConnTimeout)
	}
	return longest
}
