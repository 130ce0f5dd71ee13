package require

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

// HTTP/2 is off where the dialer or the TLS configuration is one's own, and ForceAttemptHTTP2 is not set.
var HTTP1 = &http.Transport{ // want `^transport: http.Transport does not set ForceAttemptHTTP2 \([^)]*\)(;|$)`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}

var HTTP2 = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
	ForceAttemptHTTP2:   true,
}

// Nothing of one's own: HTTP/2 is on.
var Automatic = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100, IdleConnTimeout: 30 * time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

// One diagnostic names the fields of both.
var Both = &http.Transport{ // want `^transport: http.Transport does not set ((IdleConnTimeout|DialContext|ForceAttemptHTTP2) \([^)]*\)(, | and )?){3}(;|$)`
	TLSClientConfig:     &tls.Config{},
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
}
