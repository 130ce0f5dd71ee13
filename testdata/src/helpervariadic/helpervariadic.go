// Package helpervariadic has helpers that take several transports.
package helpervariadic

import (
	"net/http"
	"time"
)

func setIdle(idle time.Duration, ts ...*http.Transport) {
	for _, t := range ts {
		t.IdleConnTimeout = idle
	}
}

func total(ts ...*http.Transport) (n int) {
	for _, t := range ts {
		n += t.MaxIdleConns
	}
	return n
}

func pair() (a, b *http.Transport) {
	a = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setIdle(time.Minute, a, b)
	return a, b
}

func spread() []*http.Transport {
	ts := []*http.Transport{
		{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
	setIdle(time.Minute, ts...)
	return ts
}

func counted() int {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return total(t)
}

func two() (a, b *http.Transport) {
	a = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return a, b
}

func setAll(ts ...*http.Transport) { setIdle(time.Minute, ts...) }

// All results of a call are arguments.
func results() { setAll(two()) }
