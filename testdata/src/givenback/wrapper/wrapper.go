// Package wrapper gets it back from behind an interface.
package wrapper

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

func wrapper() {
	c := store.Wrap(&http.Transport{})
	set(c.HTTP.Transport.(*http.Transport))
}
