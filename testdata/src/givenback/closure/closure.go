// Package closure gets it back from a function.
package closure

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

func closure() {
	set(store.Lazy(&http.Transport{})())
}
