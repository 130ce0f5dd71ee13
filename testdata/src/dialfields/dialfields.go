// Package dialfields sets the fields of http.Transport that dial.
package dialfields

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var dialer = &net.Dialer{Timeout: 5 * time.Second}

// Dial does what DialContext does.
var Dial = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Dial: dialer.Dial,
}

// DialTLSContext does the handshake too, and whoever writes it has thought of dialing.
var DialTLSContext = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialTLSContext: (&tls.Dialer{NetDialer: dialer}).DialContext,
}

var DialTLS = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialTLS: func(network, addr string) (net.Conn, error) {
		return tls.DialWithDialer(dialer, network, addr, nil)
	},
}

func later() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute}
	t.DialTLSContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		return (&tls.Dialer{NetDialer: dialer}).DialContext(ctx, network, addr)
	}
	return t
}

func conditional(dial func(network, addr string) (net.Conn, error)) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if dial != nil {
		t.Dial = dial
	}
	return t
}

// The transport dials with a function of its own; the dialer in it is judged by itself.
var Loose = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext: (&net.Dialer{KeepAlive: time.Minute}).DialContext, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// TLSClientConfig says nothing about time.
var Config = &http.Transport{TLSClientConfig: &tls.Config{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
