// Package method gets it back by a method of an interface.
package method

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

func method() {
	g := store.NewGetter(&http.Transport{})
	set(g.Get())
}
