// Package setinclosure sets fields in function literals.
package setinclosure

import (
	"net/http"
	"sync"
	"time"
)

func called() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setIdle := func(d time.Duration) { t.IdleConnTimeout = d }
	setIdle(time.Minute)
	return t
}

func deferred() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	defer func() {
		t.IdleConnTimeout = time.Minute
	}()
	return t
}

func concurrent() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		t.IdleConnTimeout = time.Minute
	}()
	wg.Wait()
	return t
}

// The closure takes the transport as its parameter.
func parameter() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	func(tr *http.Transport) {
		tr.IdleConnTimeout = time.Minute
	}(t)
	return t
}

// The closure makes the transport, its caller completes it.
func made() http.RoundTripper {
	build := func() *http.Transport {
		return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	t := build()
	t.IdleConnTimeout = time.Minute
	return t
}
