// Package ranged gets transports as arguments of a function that sync.Map calls.
package ranged

import (
	"net/http"
	"sync"
	"time"
)

type entry struct{ t *http.Transport }

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func stored(m *sync.Map) { m.Store("a", &entry{&http.Transport{}}) }

func ranged(m *sync.Map) {
	m.Range(func(_, v any) bool {
		set(v.(*entry).t)
		return true
	})
}
