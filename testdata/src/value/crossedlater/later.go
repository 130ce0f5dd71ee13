// Package crossedlater sets the field again.
package crossedlater

import (
	"net/http"
	"time"
)

func Copy(base *http.Transport, timeout time.Duration) *http.Transport {
	t := &http.Transport{
		Proxy:               base.Proxy,
		DialContext:         base.DialContext,
		MaxIdleConns:        base.MaxIdleConns,
		IdleConnTimeout:     base.IdleConnTimeout,
		TLSHandshakeTimeout: base.IdleConnTimeout,
	}
	if timeout > 0 {
		t.TLSHandshakeTimeout = timeout
	}
	return t
}
