// Package optionsunexported has options of an unexported type. Nobody outside can write one, so the ones here
// are all there are: what none of them sets stays unset.
package optionsunexported

import (
	"net/http"
	"time"
)

type option func(*http.Transport)

func WithIdle(idle time.Duration) option {
	return func(t *http.Transport) { t.IdleConnTimeout = idle }
}

func WithPool(n int) option {
	return func(t *http.Transport) {
		t.MaxIdleConns = n
		t.MaxIdleConnsPerHost = n
	}
}

func New(options ...option) *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for _, o := range options {
		o(t)
	}
	return &http.Client{Transport: t}
}
