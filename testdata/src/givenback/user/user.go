// Package user configures what another package gives back to it. What is written to one value counts for all that it gave away, so
// other ways back have packages of their own.
package user

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

func constructor() {
	c := store.NewClient(&http.Transport{})
	set(c.Transport)
}

func option() {
	c := store.Wrap(&http.Transport{})
	store.WithIdle(time.Minute)(c.HTTP.Transport.(*http.Transport))
}

func looked() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	println(store.Look(t))
	return t
}
