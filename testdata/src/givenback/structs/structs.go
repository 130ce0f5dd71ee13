// Package structs gets it back in a struct, as an argument of a function that it passes.
package structs

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

func structs() {
	store.Open(&store.Session{HTTP: &http.Transport{}})
	store.EachSession(func(s *store.Session) { set(s.HTTP) })
}
