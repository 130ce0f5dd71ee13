// Package cloneloop clones clones, over and over: the analysis must come to an end.
package cloneloop

import (
	"net/http"
	"time"
)

func chain(n int) *http.Transport {
	t := http.DefaultTransport.(*http.Transport)
	for range n {
		t = t.Clone()
	}
	return t
}

type pool struct {
	transport *http.Transport
}

func (p *pool) refresh() {
	if p.transport == nil {
		p.transport = http.DefaultTransport.(*http.Transport)
	}
	p.transport = p.transport.Clone()
	p.transport.IdleConnTimeout = time.Minute
}

func again(n int) *http.Transport {
	if n == 0 {
		return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	return again(n - 1).Clone()
}
