// Package set copies http.DefaultTransport by value. What it sets in the copy is not what http.DefaultTransport has.
package set

import (
	"net/http"
	"time"
)

func New() http.RoundTripper {
	t := *http.DefaultTransport.(*http.Transport)
	t.IdleConnTimeout = 30 * time.Second
	return &t
}

func asserted() http.RoundTripper {
	if d, ok := http.DefaultTransport.(*http.Transport); ok {
		t := *d
		t.IdleConnTimeout = 30 * time.Second
		return &t
	}
	return nil
}

func Fetch(url string) {
	http.Get(url) // want `^require: http.DefaultTransport has a 90s IdleConnTimeout`
}
