// Package defaultreplaced puts transports of its own where the defaults were.
package defaultreplaced

import (
	"net"
	"net/http"
	"time"
)

func init() {
	http.DefaultTransport = &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
}

func replaceClient() {
	http.DefaultClient = &http.Client{
		Transport: &http.Transport{MaxIdleConns: 100}, // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	}
}

func replaceTransport() {
	http.DefaultClient.Transport = &http.Transport{ // want `^transport: http.Transport leaves MaxIdleConnsPerHost unset \(`
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
