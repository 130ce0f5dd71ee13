// Package explicitzero writes zeros: the author knows the field, and wants what zero means.
package explicitzero

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

const forever = 0

var Acknowledged = &http.Transport{
	IdleConnTimeout:     0,
	MaxIdleConns:        0,
	MaxIdleConnsPerHost: 0,
	TLSHandshakeTimeout: 0 * time.Second,
	DialContext:         nil,
}

var Constant = &http.Transport{IdleConnTimeout: forever, MaxIdleConns: forever} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func later() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = 0
	return t
}

func helper(t *http.Transport) { t.IdleConnTimeout = 0 }

func helped() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	helper(t)
	return t
}

var (
	Dialer    = net.Dialer{Timeout: 0}
	Deadline  = net.Dialer{Deadline: time.Time{}}
	TLSDialer = tls.Dialer{NetDialer: nil}
	KeepAlive = net.Dialer{KeepAlive: 0} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

// A dial function that is none does not matter.
var NoFunction = &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	DialTLSContext: nil, IdleConnTimeout: time.Minute, MaxIdleConns: 100, MaxIdleConnsPerHost: 10,
}
