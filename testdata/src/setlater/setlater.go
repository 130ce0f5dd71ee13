// Package setlater completes its values in the function that makes them.
package setlater

import (
	"net"
	"net/http"
	"time"
)

func all() *http.Client {
	t := &http.Transport{}
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	t.TLSHandshakeTimeout = 5 * time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: t}
}

func some() *http.Client {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = 30 * time.Second
	t.DisableCompression = true // has nothing to do with it
	return &http.Client{Transport: t}
}

// Reading a field does not set it.
func read() time.Duration {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return t.IdleConnTimeout + t.TLSHandshakeTimeout
}

// Setting one value does not set its neighbour.
func neighbour() []http.RoundTripper {
	a := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b.IdleConnTimeout = 30 * time.Second
	return []http.RoundTripper{a, b}
}

// The client already has it: the pointer is the same.
func afterUse() *http.Client {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	client := &http.Client{Transport: t}
	t.IdleConnTimeout = 30 * time.Second
	return client
}

func inLoop(limits map[string]int) *http.Client {
	t := &http.Transport{IdleConnTimeout: 30 * time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for name, n := range limits {
		if name == "host" {
			t.MaxIdleConnsPerHost += n
		}
	}
	return &http.Client{Transport: t}
}

func dialer(addr string) (net.Conn, error) {
	d := net.Dialer{}
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}

func otherField(addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	d.KeepAlive = 5 * time.Second
	return d.Dial("tcp", addr)
}
