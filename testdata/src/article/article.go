// Package article has a client that looks careful. It is the example that the README begins with.
package article

import (
	"net"
	"net/http"
	"time"
)

var Transport = &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)`
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
}

var Client = &http.Client{Transport: Transport, Timeout: 10 * time.Second}

// Tuned is the same with every limit chosen.
var Tuned = &http.Transport{
	DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	IdleConnTimeout:     30 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 10,
}
