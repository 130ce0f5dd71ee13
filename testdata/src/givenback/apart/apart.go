// Package apart gives away values of types that have nothing in common.
package apart

import (
	"net"
	"net/http"
	"sync"
	"sync/atomic"

	"givenback/store"
)

type holder struct{ t *http.Transport }

type connector struct{ d *net.Dialer }

// The dialers lead to a net.Addr, which is no transport.
func connect(d *net.Dialer) {
	var c connector
	at := &c.d
	*at = d
	var v atomic.Value
	v.Store(c.d)
}

func dialers() {
	d := &net.Dialer{Timeout: 1}
	store.ShareDialer(d)
	connect(store.SharedDialer())
	connect(d)
}

func transport() {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var m sync.Map
	m.Store(0, &holder{t})
	h, _ := m.Load(0)
	store.Share(h.(*holder).t)
}
