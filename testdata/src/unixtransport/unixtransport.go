// Package unixtransport dials unix sockets only: there is no handshake to wait for, and connecting never hangs.
package unixtransport

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"time"

	"unixtransport/retry"
)

const socket = "/var/run/docker.sock"

var Docker = &http.Client{
	Transport: &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			var d net.Dialer
			return d.DialContext(ctx, "unix", socket)
		},
	},
}

var Plain = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	Dial: func(_, _ string) (net.Conn, error) {
		return net.Dial("unix", socket)
	},
}

func dialSocket(ctx context.Context, _, _ string) (net.Conn, error) {
	return (&net.Dialer{}).DialContext(ctx, "unix", socket)
}

var Named = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext: dialSocket,
	Proxy:       noProxy,
}

type daemon struct {
	path string
}

func (d *daemon) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	return (&net.Dialer{}).DialContext(ctx, "unix", d.path)
}

func (d *daemon) client() *http.Client {
	return &http.Client{Transport: &http.Transport{DialContext: d.dial}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func later(path string) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, IdleConnTimeout: time.Minute}
	t.DialContext = func(context.Context, string, string) (net.Conn, error) {
		return net.Dial("unix", path)
	}
	return t
}

// Only one of the two ways is a socket.
var Mixed = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	DialContext: func(ctx context.Context, network, addr string) (net.Conn, error) {
		d := net.Dialer{Timeout: time.Second}
		if addr == "docker:80" {
			return d.DialContext(ctx, "unix", socket)
		}
		return d.DialContext(ctx, network, addr)
	},
}

// The network stands in the address.
func addressed(addr *net.UnixAddr) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			return net.DialUnix(addr.Net, nil, addr)
		},
	}
}

// It is a socket unless somebody asks for another way.
func optional(remote bool) http.RoundTripper {
	t := &http.Transport{DialContext: dialSocket} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if remote {
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

func noProxy(*http.Request) (*url.URL, error) { return nil, nil }

// What else the function does is no matter.
func inDir(dir string) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			path := filepath.Join(dir, "docker.sock")
			return net.Dial("unix", path)
		},
	}
}

// It dials nothing: what becomes of the connection is not known.
func connected(conn net.Conn) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(context.Context, string, string) (net.Conn, error) { return conn, nil },
	}
}

// Another package tries to connect as often as it likes.
func retried(path string) http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return retry.Do(ctx, func() (net.Conn, error) { return net.Dial("unix", path) })
		},
	}
}

func dialDocker() (net.Conn, error) { return net.Dial("unix", socket) }

func dialHost() (net.Conn, error) { return net.Dial("tcp", "localhost:2375") }

// So it does with a function that has a name.
func named() (docker, host http.RoundTripper) {
	docker = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return retry.Do(ctx, dialDocker) },
	}
	host = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) { return retry.Do(ctx, dialHost) },
	}
	return docker, host
}

// Maybe dials a socket if there is one.
func Maybe(path string) *http.Client {
	t := &http.Transport{IdleConnTimeout: time.Minute} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if path != "" {
		t.DialContext = func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", path)
		}
	}
	return &http.Client{Transport: t}
}

// Chosen dials a socket if that is what the address says.
func Chosen(path string) *http.Client {
	var dial func(network, addr string) (net.Conn, error)
	if path != "" {
		dial = func(_, _ string) (net.Conn, error) { return net.Dial("unix", path) }
	}
	return &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Minute, Dial: dial}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
