// Package shadowed has conditions about one variable, and code about another of the same name.
package shadowed

import (
	"context"
	"net"
	"net/http"
)

func closeInner(spare *http.Client, url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	mine := &http.Client{Transport: t}
	if spare != nil {
		spare := mine
		spare.CloseIdleConnections()
	}
	_, err := mine.Get(url)
	return err
}

func closeOuter(url string) error {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	mine := &http.Client{Transport: t}
	if mine != nil {
		mine.CloseIdleConnections()
	}
	_, err := mine.Get(url)
	return err
}

type pool struct{ client *http.Client }

// The field of another struct was looked at.
func closeField(old *pool, url string) error {
	p := &pool{client: &http.Client{Transport: &http.Transport{}}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if old.client != nil {
		p.client.CloseIdleConnections()
	}
	_, err := p.client.Get(url)
	return err
}

func closeSameField(url string) error {
	p := &pool{client: &http.Client{Transport: &http.Transport{}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if p.client != nil {
		p.client.CloseIdleConnections()
	}
	_, err := p.client.Get(url)
	return err
}

func dialInner(network string, names []string) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if network == "unix" {
		for _, network := range names {
			return d.Dial(network, "")
		}
	}
	return nil, net.ErrClosed
}

func dialOuter(network string) (net.Conn, error) {
	d := &net.Dialer{}
	if network == "unix" {
		return d.Dial(network, "/run/a.sock")
	}
	return nil, net.ErrClosed
}

type route struct{ network, address string }

func dialOther(ctx context.Context, from, to route) (net.Conn, error) {
	d := &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	switch from.network {
	case "unix":
		return d.DialContext(ctx, to.network, to.address)
	}
	return nil, net.ErrClosed
}

func dialSame(ctx context.Context, from, to route) (net.Conn, error) {
	d := &net.Dialer{}
	switch to.network {
	case "unix":
		return d.DialContext(ctx, to.network, to.address)
	}
	return nil, net.ErrClosed
}
