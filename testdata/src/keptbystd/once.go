package keptbystd

import (
	"net/http"
	"sync"
)

// What sync.OnceValue returns has its type: it is no other value that package sync gives back.
func once() func() *http.Transport {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return sync.OnceValue(func() *http.Transport { return t })
}

func repooled(shared *sync.Map) {
	t, _ := shared.Load("transport")
	p := sync.Pool{New: func() any { return t.(*http.Transport) }}
	p.Get().(*http.Transport).IdleConnTimeout = 1
}
