// Package dialhanded hands dial functions to other packages: with what contexts they call them cannot be seen.
package dialhanded

import (
	"context"
	"net"
	"net/http"

	"github.com/miekg/dns"
	"golang.org/x/net/proxy"

	"dialhanded/other"
)

// Later stores a method value in a field.
func Later() *other.Config {
	cfg := new(other.Config)
	cfg.DialFunc = (&net.Dialer{}).DialContext
	return cfg
}

// Without stores one that takes no context.
func Without() *other.Config {
	cfg := new(other.Config)
	cfg.Plain = new(net.Dialer).Dial // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return cfg
}

// Argument passes a literal on.
func Argument() error {
	return other.Open(func(ctx context.Context, addr string) (net.Conn, error) {
		var d net.Dialer                                              // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		return d.DialContext(context.WithoutCancel(ctx), "tcp", addr) // which takes a deadline off
	})
}

func dialOther(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

// Declared passes a function.
func Declared() error { return other.Open(dialOther) }

func dialBoth(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.DialContext(ctx, network, addr)
}

// Both gives it to net/http, which takes deadlines off.
func Both() (*other.Config, *http.Transport) {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DialContext = dialBoth
	return &other.Config{DialFunc: dialBoth}, t
}

// Resolver is called with a limit.
func Resolver() *net.Resolver {
	return &net.Resolver{Dial: dialResolver}
}

func dialResolver(ctx context.Context, network, addr string) (net.Conn, error) {
	var d net.Dialer
	return d.DialContext(ctx, network, "192.0.2.53:53")
}

type named struct {
	*net.Dialer
	name string
}

// Embedded hands on a struct that has the methods of its dialer.
func Embedded() error {
	return other.Use(named{&net.Dialer{}, "one"})
}

// EmbeddedPlain hands it on as what dials without a context.
func EmbeddedPlain() error {
	return other.UsePlain(named{&net.Dialer{}, "two"}) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

type resolver struct{ dns.Client }

// Field gives one to another module, which dials with the context that it is given.
func (r *resolver) Field(ip net.IP) { r.Dialer = &net.Dialer{LocalAddr: &net.UDPAddr{IP: ip}} }

// OwnField gives one to a package of this module, whose code is seen.
func OwnField() *other.Config {
	return &other.Config{Dialer: &net.Dialer{KeepAlive: 1}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// OwnInterface gives one as what dials with whatever context, which code of other modules may bring.
func OwnInterface() *other.Config {
	return &other.Config{Any: &net.Dialer{KeepAlive: 1}}
}

// OwnPlain gives one as what dials without.
func OwnPlain() *other.Config {
	return &other.Config{AnyPlain: &net.Dialer{KeepAlive: 1}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// Proxied hands one to a proxy, which asks it for DialContext.
func Proxied(addr string) (proxy.Dialer, error) {
	return proxy.SOCKS5("tcp", addr, nil, &net.Dialer{})
}
