// Package generic gets it back from a generic container.
package generic

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

func generic() {
	b := &store.Box[*http.Transport]{V: &http.Transport{}}
	set(b.Get())
}
