// Package conndeadline has dial functions that give connections a deadline.
package conndeadline

import (
	"context"
	"net"
	"net/http"
	"time"
)

var inLiteral = &http.Transport{
	TLSHandshakeTimeout: time.Second,
	Dial: func(network, addr string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, addr, time.Second)
		if err != nil {
			return nil, err
		}
		conn.SetReadDeadline(time.Now().Add(time.Minute))
		return conn, nil
	},
}

// A handshake reads, too.
var handshakes = &http.Transport{
	DialContext: dialTimed,
}

// Each read has a deadline.
type timed struct{ net.Conn }

func (t timed) Read(p []byte) (int, error) {
	if err := t.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
		return 0, err
	}
	return t.Conn.Read(p)
}

func dialTimed(ctx context.Context, network, addr string) (net.Conn, error) {
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, network, addr)
	if err != nil {
		return nil, err
	}
	return newTimed(conn), nil
}

func newTimed(c net.Conn) net.Conn { return timed{c} }

var byRead = &http.Transport{TLSHandshakeTimeout: time.Second, DialContext: dialTimed}

// Writing is not what an idle connection does.
var forWrites = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \(`
	TLSHandshakeTimeout: time.Second,
	Dial: func(network, addr string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, addr, time.Second)
		if err == nil {
			err = conn.SetWriteDeadline(time.Now().Add(time.Minute))
		}
		return conn, err
	},
}

// It is only for the greeting, and taken off again.
var forGreeting = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \(`
	TLSHandshakeTimeout: time.Second,
	Dial: func(network, addr string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, addr, time.Second)
		if err != nil {
			return nil, err
		}
		conn.SetDeadline(time.Now().Add(time.Second))
		if _, err := conn.Write([]byte("hello")); err != nil {
			return nil, err
		}
		return conn, conn.SetDeadline(time.Time{})
	},
}

// net/http does not call Dial if there is a DialContext.
var ignored = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \(`
	DialContext: (&net.Dialer{Timeout: time.Second}).DialContext,
	Dial: func(network, addr string) (net.Conn, error) {
		conn, err := net.Dial(network, addr)
		if err != nil {
			return nil, err
		}
		return conn, conn.SetDeadline(time.Now().Add(time.Minute))
	},
	TLSHandshakeTimeout: time.Second,
}

var _ = ignored
