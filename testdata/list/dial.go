package list

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// literalDial dials by a dialer that its function captures.
func literalDial() *http.Transport {
	d := &net.Dialer{Timeout: 3 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			return d.DialContext(ctx, network, addr)
		},
	}
}

// dialTLS does the handshake within the dialer's Timeout.
func dialTLS() *http.Transport {
	d := &tls.Dialer{NetDialer: &net.Dialer{Timeout: 4 * time.Second}}
	return &http.Transport{DialTLSContext: d.DialContext}
}

// byFunction dials without a dialer of its own.
func byFunction() *http.Transport {
	return &http.Transport{Dial: func(network, addr string) (net.Conn, error) {
		return net.DialTimeout(network, addr, 7*time.Second)
	}}
}

// MaybeUnix dials unix sockets, which needs no limit, or has one.
func MaybeUnix(socket string) *http.Transport {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: 65 * time.Second}).DialContext}
	if socket != "" {
		t.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", socket)
		}
	}
	return t
}
