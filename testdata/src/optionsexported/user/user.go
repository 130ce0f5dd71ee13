// Package user writes an option of its own.
package user

import (
	"net"
	"net/http"
	"time"

	"optionsexported/lib"
)

func withDialer(timeout time.Duration) lib.Option {
	return func(t *http.Transport) {
		t.DialContext = (&net.Dialer{Timeout: timeout}).DialContext
		t.TLSHandshakeTimeout = timeout
	}
}

var Client = lib.New(lib.WithIdle(time.Minute), withDialer(5*time.Second))

// A literal in an option's body is a value like any other.
func withTransport() lib.ClientOption {
	return func(c *http.Client) {
		c.Transport = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
}
