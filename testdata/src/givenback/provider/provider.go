// Package provider gets it back in a struct, by a method of an interface.
package provider

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

func provider() {
	p := store.NewProvider(&http.Transport{})
	set(p.Client().Transport.(*http.Transport))
}
