// Package callback gets it back as an argument of a function that it passes.
package callback

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

func callback() {
	store.Add(&http.Transport{})
	store.Each(func(t *http.Transport) { set(t) })
}
