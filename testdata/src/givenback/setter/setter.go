// Package setter gets it back from a field that a setter filled.
package setter

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

func setter() {
	var c store.Client
	c.SetTransport(&http.Transport{})
	set(c.Transport)
}
