// Package cloned has clones of http.DefaultTransport, and sets the IdleConnTimeout of some.
package cloned

import (
	"net/http"
	"time"
)

func short() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = 30 * time.Second
	return t
}

func long() http.RoundTripper {
	if t, ok := http.DefaultTransport.(*http.Transport); ok {
		return t.Clone() // want `^require: http.DefaultTransport has a 90s IdleConnTimeout`
	}
	return nil
}
