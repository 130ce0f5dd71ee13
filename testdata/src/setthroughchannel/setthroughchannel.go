// Package setthroughchannel sends transports over channels; the receiver completes them.
package setthroughchannel

import (
	"net"
	"net/http"
	"time"
)

func local() *http.Transport {
	ch := make(chan *http.Transport, 1)
	ch <- &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial}
	t := <-ch
	t.IdleConnTimeout = time.Minute
	return t
}

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

type pool struct {
	free chan *http.Transport
}

func newPool(n int) *pool {
	p := &pool{free: make(chan *http.Transport, n)}
	for range n {
		p.free <- &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial}
	}
	return p
}

func (p *pool) get() *http.Transport {
	t := <-p.free
	t.IdleConnTimeout = time.Minute
	return t
}

// A channel of interfaces whose receiver sets nothing.
func results(urls []string) {
	ch := make(chan http.RoundTripper, 1)
	ch <- &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\)(;|$)`
	client := &http.Client{Transport: <-ch}
	for _, url := range urls {
		_, _ = client.Get(url)
	}
}
