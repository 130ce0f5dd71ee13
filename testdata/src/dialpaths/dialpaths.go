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

// Variable has one if there is a proxy: the variable is nil without.
func Variable(proxy func() dialFunc) *http.Transport {
	var dial dialFunc
	if proxy != nil {
		dial = proxy()
	}
	return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Old does so with the older field.
func Old(proxy func() func(network, addr string) (net.Conn, error)) *http.Transport {
	var dial func(network, addr string) (net.Conn, error)
	if proxy != nil {
		dial = proxy()
	}
	t := &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		IdleConnTimeout: time.Minute,
		Dial:            dial,
	}
	return t
}

// Either has one on both paths.
func Either(proxy func() dialFunc) *http.Transport {
	var dial dialFunc
	if proxy != nil {
		dial = proxy()
	} else {
		dial = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial}
}

// Defaulted gets one where it has none.
func Defaulted(proxy func() dialFunc) *http.Transport {
	var dial dialFunc
	if proxy != nil {
		dial = proxy()
	}
	if dial == nil {
		dial = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial}
}

// Left returns where there is none.
func Left(kind string, proxy func() (dialFunc, error)) (*http.Transport, error) {
	var dial dialFunc
	var err error
	switch kind {
	case "proxy":
		dial, err = proxy()
	default:
		return nil, net.ErrClosed
	}
	if err != nil {
		return nil, err
	}
	return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial}, nil
}

// Guarded looks first.
func Guarded(proxy func() dialFunc) *http.Transport {
	var dial dialFunc
	if proxy != nil {
		dial = proxy()
	}
	if dial != nil {
		return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial}
	}
	return nil
}

// Later is set by a function that runs at once.
func Later(proxy func() dialFunc) *http.Transport {
	var dial dialFunc
	func() { dial = proxy() }()
	return &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second, DialContext: dial}
}

// OldOrNew has the one field or the other.
func OldOrNew(old bool) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
	if old {
		t.Dial = (&net.Dialer{Timeout: time.Second}).Dial
	} else {
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// OldOrNewOrNone has none in one case.
func OldOrNewOrNone(n int) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if n > 1 {
		t.Dial = (&net.Dialer{Timeout: time.Second}).Dial
	} else if n > 0 {
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// Falls has one in each case, as the second falls through.
func Falls(n int) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second}
	switch n {
	case 1:
		t.DialContext = (&net.Dialer{Timeout: time.Hour}).DialContext
	case 2:
		fallthrough
	default:
		t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	}
	return t
}

// FallsPast has none where the case before does not come first.
func FallsPast(n int) *http.Transport {
	t := &http.Transport{IdleConnTimeout: time.Minute, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	switch n {
	case 1:
		t.DialContext = (&net.Dialer{Timeout: time.Hour}).DialContext
		fallthrough
	default:
		t.DisableCompression = true
	}
	return t
}
