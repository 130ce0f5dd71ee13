// Package tripper gets it back behind an interface, as an argument of a function that it passes.
package tripper

import (
	"net/http"
	"time"

	"givenback/store"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func tripper() {
	store.AddTripper(&http.Transport{})
	store.EachTripper(func(rt http.RoundTripper) { set(rt.(*http.Transport)) })
}
