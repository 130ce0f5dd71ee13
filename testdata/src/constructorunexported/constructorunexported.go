// Package constructorunexported has constructors that nobody but its own functions can call.
package constructorunexported

import (
	"net"
	"net/http"
	"time"
)

func newTransport() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}
}

func Client(timeout time.Duration) *http.Client {
	t := newTransport()
	t.IdleConnTimeout = time.Minute
	t.TLSHandshakeTimeout = timeout
	t.DialContext = (&net.Dialer{Timeout: timeout}).DialContext
	return &http.Client{Transport: t}
}

func newPlain() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func PlainClient() *http.Client {
	return &http.Client{Transport: newPlain()}
}

// holder carries the transport to the functions that complete it.
type holder struct {
	client *http.Client
	tr     *http.Transport
}

func newHolder() *holder {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	return &holder{client: &http.Client{Transport: t}, tr: t}
}

func HeldClient() *http.Client {
	h := newHolder()
	h.tr.IdleConnTimeout = time.Minute
	h.client.Transport.(*http.Transport).TLSHandshakeTimeout = time.Second
	return h.client
}

// newShared has two callers, and one of them completes what it gets.
func newShared() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

var shared = newShared()

func SharedClient() *http.Client {
	t := newShared()
	t.IdleConnTimeout = time.Minute
	return &http.Client{Transport: t}
}
