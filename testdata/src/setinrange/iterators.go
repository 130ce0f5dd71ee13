package setinrange

import (
	"maps"
	"net"
	"net/http"
	"slices"
	"time"
)

// Iterators yield the same pointers.
func iterators() []*http.Transport {
	ts := []*http.Transport{{}, {}}
	for t := range slices.Values(ts) {
		tune(t)
	}
	m := map[string]*http.Transport{"a": {}}
	for t := range maps.Values(m) {
		tune(t)
	}
	return append(ts, m["a"])
}

func tune(t *http.Transport) {
	t.IdleConnTimeout = time.Minute
	t.TLSHandshakeTimeout = time.Second
	t.MaxIdleConns = 100
	t.MaxIdleConnsPerHost = 10
	t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
}
