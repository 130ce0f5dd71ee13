// Package user completes what the constructors of another package return, and makes nothing of its own.
package user

import (
	"net"
	"net/http"
	"time"

	"constructorexported/lib"
)

func complete() http.RoundTripper {
	t := lib.New()
	t.IdleConnTimeout = time.Minute
	t.TLSHandshakeTimeout = time.Second
	t.DialContext = (&net.Dialer{Timeout: time.Second}).DialContext
	return t
}

// Nothing is reported at the call either: one value, one diagnostic.
func use(url string) (*http.Response, error) {
	client := &http.Client{Transport: lib.NewFull()}
	if url == "" {
		client = lib.NewClient()
	}
	return client.Get(url)
}
