// Package tlsdialer has tls.Dialer, whose NetDialer limits both connecting and the handshake.
package tlsdialer

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var cfg = &tls.Config{ServerName: "example.com"}

var (
	Loose    = &tls.Dialer{Config: cfg}                 // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
	Value    = tls.Dialer{}                             // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
	New      = new(tls.Dialer)                          // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
	Zero     tls.Dialer                                 // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
	Nil      = &tls.Dialer{NetDialer: nil, Config: cfg} // acknowledged
	Bounded  = &tls.Dialer{NetDialer: &net.Dialer{Timeout: 5 * time.Second}}
	Inner    = &tls.Dialer{NetDialer: &net.Dialer{KeepAlive: 5 * time.Second}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	InnerNew = &tls.Dialer{NetDialer: new(net.Dialer)}                         // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

func later(addr string, timeout time.Duration) (net.Conn, error) {
	d := &tls.Dialer{Config: cfg}
	d.NetDialer = &net.Dialer{Timeout: timeout}
	return d.Dial("tcp", addr)
}

func throughField(addr string, timeout time.Duration) (net.Conn, error) {
	d := &tls.Dialer{NetDialer: &net.Dialer{}, Config: cfg}
	d.NetDialer.Timeout = timeout
	return d.Dial("tcp", addr)
}

func helper(d *tls.Dialer) { d.NetDialer = &net.Dialer{Timeout: time.Second} }

func helped(addr string) (net.Conn, error) {
	var d tls.Dialer
	helper(&d)
	return d.Dial("tcp", addr)
}

func transport() http.RoundTripper {
	d := &tls.Dialer{Config: cfg} // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute, DialTLSContext: d.DialContext}
}

// One of two that share a net.Dialer is used without a deadline.
func shared(ctx context.Context, addr string) error {
	inner := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	loose, bounded := &tls.Dialer{NetDialer: inner, Config: cfg}, &tls.Dialer{NetDialer: inner}
	if _, err := loose.Dial("tcp", addr); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, err := bounded.DialContext(ctx, "tcp", addr)
	return err
}
