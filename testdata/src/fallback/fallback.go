// Package fallback makes transports for the case that somebody has replaced http.DefaultTransport.
package fallback

import (
	"net/http"
	"time"
)

func otherwise() http.RoundTripper {
	if t, ok := http.DefaultTransport.(*http.Transport); ok {
		t = t.Clone()
		t.IdleConnTimeout = time.Minute
		return t
	} else {
		return &http.Transport{}
	}
}

func after() *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok {
		return t.Clone()
	}
	return &http.Transport{}
}

func not() *http.Transport {
	t, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		t = &http.Transport{}
	}
	return t
}

func before() *http.Transport {
	t := &http.Transport{}
	if d, ok := http.DefaultTransport.(*http.Transport); ok {
		t = d.Clone()
	}
	return t
}

func beforeBoth() *http.Transport {
	t := &http.Transport{}
	d, ok := http.DefaultTransport.(*http.Transport)
	if ok {
		t = d.Clone()
	}
	t.DisableKeepAlives = true
	return t
}

// Something is sent in between.
func between() *http.Transport {
	t := &http.Transport{} // want `^transport: `
	t.CloseIdleConnections()
	d, ok := http.DefaultTransport.(*http.Transport)
	if ok {
		t = d.Clone()
	}
	return t
}

// Here it is the other branch.
func inverse() *http.Transport {
	if _, ok := http.DefaultTransport.(*http.Transport); ok {
		return &http.Transport{} // want `^transport: `
	}
	return nil
}

// What is asked is something else.
func another(rt http.RoundTripper) *http.Transport {
	if t, ok := rt.(*http.Transport); ok {
		return t.Clone()
	}
	return &http.Transport{} // want `^transport: `
}

// The branch goes on.
func onward() *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok {
		t.CloseIdleConnections()
	}
	return &http.Transport{} // want `^transport: `
}

// Not all of the condition is about it.
func together(plain bool) *http.Transport {
	if t, ok := http.DefaultTransport.(*http.Transport); ok && plain {
		return t.Clone()
	}
	return &http.Transport{} // want `^transport: `
}

// Switched asks by a switch.
func Switched() *http.Transport {
	switch t := http.DefaultTransport.(type) {
	case *http.Transport:
		return t.Clone()
	default:
		return &http.Transport{}
	}
}

// SwitchedToo makes one where it is one.
func SwitchedToo() http.RoundTripper {
	switch http.DefaultTransport.(type) {
	case *http.Transport:
		return &http.Transport{MaxConnsPerHost: 2} // want `^transport: http.Transport does not set IdleConnTimeout`
	}
	return http.DefaultTransport
}
