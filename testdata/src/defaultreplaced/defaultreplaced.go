// Package defaultreplaced puts transports of its own where the defaults were.
package defaultreplaced

import (
	"net"
	"net/http"
	"time"
)

func init() {
	http.DefaultTransport = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func replaceClient() {
	http.DefaultClient = &http.Client{
		Transport: &http.Transport{MaxIdleConns: 100}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
}

func replaceTransport() {
	http.DefaultClient.Transport = &http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		IdleConnTimeout:     30 * time.Second,
	}
}

func full() {
	http.DefaultTransport = &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
}
