// Package clienttimeout has clients with a Timeout. It ends the call, but not the dial or the handshake, which
// run detached from the request: the transport's own limits still matter.
package clienttimeout

import (
	"net"
	"net/http"
	"time"
)

var Client = &http.Client{
	Timeout: 5 * time.Second,
	Transport: &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	},
}

var Loose = &http.Client{
	Timeout: 5 * time.Second,
	Transport: &http.Transport{
		DialContext:         (&net.Dialer{}).DialContext, // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	},
}

var Full = &http.Client{
	Timeout: 5 * time.Second,
	Transport: &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	},
}
