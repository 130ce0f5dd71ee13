// Package derivedtype defines types of its own from http.Transport and net.Dialer.
package derivedtype

import (
	"net"
	"net/http"
	"time"
)

type (
	pooled  http.Transport
	limited net.Dialer
)

// Converted, the value is an http.Transport like any other.
func convert() *http.Client {
	p := &pooled{MaxIdleConns: 100} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return &http.Client{Transport: (*http.Transport)(p)}
}

func convertInPlace() http.RoundTripper {
	return (*http.Transport)(&pooled{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func convertAndSet() http.RoundTripper {
	t := (*http.Transport)(&pooled{MaxIdleConns: 100, MaxIdleConnsPerHost: 10})
	t.IdleConnTimeout = 30 * time.Second
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	return t
}

func convertDialer(addr string) (net.Conn, error) {
	d := limited{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return (*net.Dialer)(&d).Dial("tcp", addr)
}

// Never converted: settings that somebody copies field by field, not a transport.
func settings() *pooled {
	return &pooled{}
}

// A struct with the same field names is something else altogether.
type lookalike struct {
	IdleConnTimeout, TLSHandshakeTimeout time.Duration
	MaxIdleConns, MaxIdleConnsPerHost    int
}

var Lookalike = lookalike{}

// Nor is it one as any other type.
func boxed() any { return any(&pooled{MaxIdleConns: 1}) }

type renamed pooled

func rename() *renamed { return (*renamed)(&pooled{MaxIdleConns: 2}) }

// A struct of another type holds the same dialer.
type (
	first  struct{ d *net.Dialer }
	second struct{ d *net.Dialer }
)

func asAnother(addr string) (net.Conn, error) {
	var f first
	(*second)(&f).d = &net.Dialer{}
	f.d.Timeout = time.Second
	return f.d.Dial("tcp", addr)
}

type pointer *net.Dialer

func byPointer(addr string) (net.Conn, error) {
	var p pointer = &net.Dialer{}
	p.Timeout = time.Second
	return (*net.Dialer)(p).Dial("tcp", addr)
}
