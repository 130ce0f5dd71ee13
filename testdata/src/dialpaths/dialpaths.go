// Package dialpaths sets DialContext, on some paths or all.
package dialpaths

import (
	"context"
	"net"
	"net/http"
	"time"
)

type dialFunc = func(ctx context.Context, network, addr string) (net.Conn, error)

// Custom has one only if it is given one.
func Custom(dial dialFunc) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if dial != nil {
		t.DialContext = dial
	}
	return t
}

// Default has one in either case.
func Default(dial dialFunc) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
	if dial != nil {
		t.DialContext = dial
	} else {
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// Completed gets one where it has none.
func Completed(t *http.Transport) *http.Transport {
	if t == nil {
		t = &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
	}
	if t.DialContext == nil {
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// Switched has one for all kinds.
func Switched(kind string) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
	switch kind {
	case "slow":
		t.DialContext = (&net.Dialer{Timeout: time.Hour}).DialContext
	case "none":
		return nil
	default:
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// Partial has one for some.
func Partial(kind string) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	switch kind {
	case "slow":
		t.DialContext = (&net.Dialer{Timeout: time.Hour}).DialContext
	case "fast":
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}
