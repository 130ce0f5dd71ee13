// Package beside has a TLSHandshakeTimeout beside a function that does the handshake itself.
package beside

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var dialer = &tls.Dialer{NetDialer: &net.Dialer{Timeout: 10 * time.Second}}

var transport = &http.Transport{
	DialTLSContext:      dialer.DialContext,
	TLSHandshakeTimeout: 10 * time.Second, // want `^value: http.Transport sets TLSHandshakeTimeout beside DialTLSContext \(does not limit that function's handshake\)$`
	IdleConnTimeout:     90 * time.Second,
}

var old = &http.Transport{
	TLSHandshakeTimeout: 10 * time.Second, // want `^value: http.Transport sets TLSHandshakeTimeout beside DialTLS \(`
	DialTLS:             dialer.Dial,
}

// Through a proxy the transport does the handshake with the server.
var proxied = &http.Transport{
	Proxy:               http.ProxyFromEnvironment,
	DialTLSContext:      dialer.DialContext,
	TLSHandshakeTimeout: 10 * time.Second,
}

var direct = &http.Transport{
	Proxy:               nil, // says that there is none
	DialTLSContext:      dialer.DialContext,
	TLSHandshakeTimeout: 10 * time.Second, // want `beside DialTLSContext`
}

func directAtFirst() *http.Transport {
	tr := &http.Transport{Proxy: nil, DialTLSContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second}
	tr.Proxy = http.ProxyFromEnvironment
	return tr
}

func proxiedLater() *http.Transport {
	tr := &http.Transport{DialTLSContext: dialer.DialContext, TLSHandshakeTimeout: 10 * time.Second}
	tr.Proxy = http.ProxyFromEnvironment
	return tr
}

var none = &http.Transport{DialTLSContext: nil, TLSHandshakeTimeout: 10 * time.Second}

var zero = &http.Transport{DialTLSContext: dialer.DialContext, TLSHandshakeTimeout: 0}

func dynamic(timeout time.Duration) *http.Transport {
	return &http.Transport{DialTLSContext: dialer.DialContext, TLSHandshakeTimeout: timeout}
}

func given(dial func(context.Context, string, string) (net.Conn, error), f func(*http.Transport)) *http.Transport {
	tr := &http.Transport{DialTLSContext: dial, TLSHandshakeTimeout: 10 * time.Second}
	f(tr) // which may set a proxy
	return tr
}
