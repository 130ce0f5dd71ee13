// Package setelement sets fields through the elements of maps, slices and arrays.
package setelement

import (
	"net/http"
	"time"
)

func inMap() map[string]*http.Transport {
	m := map[string]*http.Transport{
		"default": {MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	m["default"].IdleConnTimeout = time.Minute
	return m
}

func storedInMap(m map[string]*http.Transport) {
	m["default"] = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if t, ok := m["default"]; ok {
		t.IdleConnTimeout = time.Minute
	}
}

func readFromMap() time.Duration {
	m := map[string]*http.Transport{
		"default": {MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	return m["default"].IdleConnTimeout
}

func inSlice() []*http.Transport {
	s := []*http.Transport{
		{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	s[0].IdleConnTimeout = time.Minute
	return s
}

func inValueSlice() []http.Transport {
	s := []http.Transport{
		{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	s[0].IdleConnTimeout = time.Minute
	return s
}

func appended(s []*http.Transport) []*http.Transport {
	s = append(s, &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	s[len(s)-1].IdleConnTimeout = time.Minute
	return s
}

func inArray() http.RoundTripper {
	var a [1]*http.Transport
	a[0] = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	a[0].IdleConnTimeout = time.Minute
	return a[0]
}

// Kept and never touched.
func kept() []*http.Transport {
	s := make([]*http.Transport, 0, 1)
	s = append(s, &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return s
}

func setIdle(ts []*http.Transport) {
	for _, t := range ts {
		t.IdleConnTimeout = time.Minute
	}
}

// Slices that are appended to do not get what the sum gets.
func sum(base, more []*http.Transport) []*http.Transport {
	setIdle(base)
	setIdle(more)
	all := append(base, more...)
	return append(all, &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func one(base []*http.Transport) []*http.Transport {
	setIdle(base)
	return append(base, &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// Nor do those that are copied.
func replaced(ts []*http.Transport) []*http.Transport {
	setIdle(ts)
	out := append([]*http.Transport{}, ts...)
	out[0] = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return out
}
