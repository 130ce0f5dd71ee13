// Package helperunused has a helper that configures transports, and values that never reach it.
package helperunused

import (
	"net/http"
	"time"
)

func harden(t *http.Transport) {
	t.IdleConnTimeout = time.Minute
}

func plain() http.RoundTripper {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// A copy made by hand is another value.
func byHand() http.RoundTripper {
	from := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	harden(from)
	to := &http.Transport{ // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		MaxIdleConns:        from.MaxIdleConns,
		MaxIdleConnsPerHost: from.MaxIdleConnsPerHost,
		IdleConnTimeout:     from.IdleConnTimeout,
	}
	rest := &http.Transport{MaxIdleConns: from.MaxIdleConns} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return pick(to, rest, from)
}

func pick(rts ...http.RoundTripper) http.RoundTripper { return rts[0] }
