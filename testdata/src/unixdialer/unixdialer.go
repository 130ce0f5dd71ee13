// Package unixdialer dials unix sockets, where connecting never hangs.
package unixdialer

import (
	"context"
	"log"
	"net"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

const network = "unix"

func dial(path string) (net.Conn, error) {
	d := net.Dialer{}
	return d.Dial("unix", path)
}

func dialContext(ctx context.Context, path string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, network, path)
}

func packets(path string) (net.Conn, error) {
	d := &net.Dialer{LocalAddr: &net.UnixAddr{Name: path + ".client", Net: "unixgram"}}
	return d.Dial("unixgram", path)
}

func both(path string) (net.Conn, error) {
	d := new(net.Dialer)
	conn, err := d.Dial("unix", path)
	if err != nil {
		return d.Dial("unixpacket", path)
	}
	return conn, nil
}

func tcp(addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", addr)
}

// Used for one and for the other.
func fallback(path, addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	conn, err := d.Dial("unix", path)
	if err != nil {
		return d.Dial("tcp", addr)
	}
	return conn, nil
}

// The network may be any.
func parameter(network, addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

func chosen(path, addr string) (net.Conn, error) {
	network := "unix"
	if path == "" {
		network, path = "tcp", addr
	}
	d := net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, path)
}

// Handed to somebody who may dial anything.
func Escaping(path string) (*net.Dialer, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	_, err := d.Dial("unix", path)
	return d, err
}

func preferred(path, addr string) (net.Conn, error) {
	network := "tcp"
	if path != "" {
		network, addr = "unix", path
	}
	d := net.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// Flags and tests change it.
var kind = "unix"

func configured(addr string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(kind, addr)
}

// What a condition says of the network counts where it holds.
func underCondition(ctx context.Context, u *url.URL, network string) (net.Conn, error) {
	if u.Scheme == "unix" {
		var d net.Dialer
		return d.DialContext(ctx, u.Scheme, u.Path)
	}
	if network != "unixgram" && !strings.HasPrefix(u.Scheme, "unix") {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, u.Scheme, u.Host)
	}
	switch network {
	case "unix":
		d := net.Dialer{}
		return d.DialContext(ctx, network, u.Path)
	case "unixgram", "unixpacket":
		d := net.Dialer{}
		return d.DialContext(ctx, network, u.Path)
	case "udp", "tcp":
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, network, u.Path)
	}
	switch {
	case strings.HasPrefix(network, "unix") && u.Path != "":
		dial := func() (net.Conn, error) {
			d := net.Dialer{}
			return d.DialContext(ctx, network, u.Path)
		}
		return dial()
	}
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, network, u.Host)
}

func leftEarly(network, addr string) (net.Conn, error) {
	if network != "unix" || addr == "" {
		return nil, net.UnknownNetworkError(network)
	}
	d := net.Dialer{}
	return d.Dial(network, addr)
}

func either(network, addr string) (net.Conn, error) {
	if network != "unix" && addr == "" {
		return nil, net.UnknownNetworkError(network)
	}
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

// The port says nothing of the network.
func local(port int) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial("tcp", net.JoinHostPort("localhost", strconv.Itoa(port)))
}

func debug() (net.Conn, error) {
	port := 6060
	if conn, err := local(8080); err == nil {
		return conn, nil
	}
	return local(port)
}

// What it says of other expressions, of other parts and of other networks does not.
func elsewhere(ctx context.Context, u *url.URL, network string) (net.Conn, error) {
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if conn, err := d.DialContext(ctx, u.Scheme, u.Host); err == nil {
		return conn, nil
	}
	if u.Scheme == "unix" {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, network, u.Path)
	}
	if network == "tcp" {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, network, u.Host)
	}
	if strings.Contains(network, "unix") {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(ctx, network, u.Host)
	}
	return nil, nil
}

func warned(network, addr string) (net.Conn, error) {
	if network != "unix" {
		println(network)
	}
	d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(network, addr)
}

func negated(network, addr string) (net.Conn, error) {
	if !strings.HasPrefix(network, "unix") {
		return nil, net.UnknownNetworkError(network)
	} else if addr == "" {
		addr = "/run/service.sock"
	}
	d := net.Dialer{}
	return d.Dial(network, addr)
}

func oneOf(network, addr string) (net.Conn, error) {
	if network == "unix" || "unixpacket" == network {
		d := net.Dialer{}
		return d.Dial(network, addr)
	}
	if network == "unix" || addr == "unix" {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.Dial(network, addr)
	}
	switch {
	case network == "unix", strings.HasPrefix(network, "unixgram"):
		d := net.Dialer{}
		return d.Dial(network, addr)
	case addr == "", network == "unix":
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.Dial(network, addr)
	}
	return nil, nil
}

func otherwise(network, addr string) (net.Conn, error) {
	if network != "unix" {
		println(network)
	} else {
		d := net.Dialer{}
		return d.Dial(network, addr)
	}
	if network != "unixgram" {
		os.Exit(1)
	}
	d := net.Dialer{}
	return d.Dial(network, addr)
}

func noneOf(network, addr string) (net.Conn, error) {
	if network != "unix" && network != "unixpacket" {
		log.Fatalf("unknown network %s", network)
	}
	d := net.Dialer{}
	return d.Dial(network, addr)
}
