// Package handedout has transports whose connections are made, and closed, by the function around them.
package handedout

import (
	"context"
	"crypto/tls"
	"log"
	"net"
	"net/http"
	"time"
)

// Latency closes the only connection.
func Latency(ctx context.Context, host string) error {
	tcp, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", host+":443")
	if err != nil {
		return err
	}
	defer tcp.Close()
	conns := make(chan net.Conn, 1)
	conns <- tls.Client(tcp, &tls.Config{ServerName: host})
	client := &http.Client{Transport: &http.Transport{
		DialTLSContext: func(context.Context, string, string) (net.Conn, error) {
			select {
			case c := <-conns:
				return c, nil
			default:
				return nil, net.ErrClosed
			}
		},
	}}
	_, err = client.Get("https://" + host)
	return err
}

// Keeps leaves it open.
func Keeps(ctx context.Context, host string) error {
	conn, err := tls.DialWithDialer(&net.Dialer{Timeout: time.Second}, "tcp", host+":443", nil)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{ // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		DialTLSContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}}
	_, err = client.Get("https://" + host)
	return err
}

// Others dials others as well.
func Others(ctx context.Context, host string) error {
	d := &net.Dialer{Timeout: time.Second}
	conn, err := d.DialContext(ctx, "tcp", host+":443")
	if err != nil {
		return err
	}
	defer conn.Close()
	first := true
	client := &http.Client{Transport: &http.Transport{ // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		TLSHandshakeTimeout: time.Second,
		DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
			if first {
				first = false
				return conn, nil
			}
			return d.DialContext(ctx, network, addr)
		},
	}}
	_, err = client.Get("https://" + host)
	return err
}

// Reports closes it in a function that looks at the error.
func Reports(ctx context.Context, host string) error {
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", host+":80")
	if err != nil {
		return err
	}
	defer func() {
		if err := conn.Close(); err != nil {
			log.Print(err)
		}
	}()
	client := &http.Client{Transport: &http.Transport{
		TLSHandshakeTimeout: time.Second,
		DialContext:         func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}}
	_, err = client.Get("https://" + host)
	return err
}

// Logs defers something else.
func Logs(ctx context.Context, host string) error {
	conn, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", host+":80")
	if err != nil {
		return err
	}
	defer func() { log.Print(conn.RemoteAddr()) }()
	client := &http.Client{Transport: &http.Transport{ // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout `
		TLSHandshakeTimeout: time.Second,
		DialContext:         func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}}
	_, err = client.Get("https://" + host)
	return err
}

// Probe gets the connection from its caller, who closes it, or does not.
func Probe(conn net.Conn) error {
	client := &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout `
		TLSHandshakeTimeout: time.Second,
		DialContext:         func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}}
	_, err := client.Get("https://example.com")
	return err
}

// A Session has its connection.
type Session struct{ conn net.Conn }

// Ask does not make it.
func (s *Session) Ask() error {
	client := &http.Client{Transport: &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout `
		TLSHandshakeTimeout: time.Second,
		DialContext:         func(context.Context, string, string) (net.Conn, error) { return s.conn, nil },
	}}
	_, err := client.Get("https://example.com")
	return err
}
