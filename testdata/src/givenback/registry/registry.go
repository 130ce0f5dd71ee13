// Package registry gets it back out of a client, as an argument of a function that it passes.
package registry

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

func registered(r *store.Registry) {
	r.Add(&http.Client{Transport: &http.Transport{}})
	r.Each(func(t *http.Transport) { set(t) })
}
