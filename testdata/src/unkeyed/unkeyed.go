// Package unkeyed writes literals without field names, which set every field.
package unkeyed

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var (
	Bounded = tls.Dialer{&net.Dialer{Timeout: 5 * time.Second}, nil}
	Nil     = tls.Dialer{nil, &tls.Config{}} // an explicit nil is a choice
	Loose   = tls.Dialer{&net.Dialer{}, nil} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	None    = tls.Dialer{}                   // want `^dialer: tls.Dialer does not set NetDialer \([^)]*\)(;|$)`
)

var Client = http.Client{
	&http.Transport{}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	nil,
	nil,
	0,
}
