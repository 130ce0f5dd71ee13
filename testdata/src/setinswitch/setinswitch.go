// Package setinswitch sets fields in the cases of switch and select.
package setinswitch

import (
	"net/http"
	"time"
)

func profile(name string) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	switch name {
	case "short":
		t.IdleConnTimeout = time.Second
	case "long":
		t.IdleConnTimeout = time.Minute
	}
	return t
}

func flags(names []string) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	for _, name := range names {
		switch {
		case name == "idle":
			t.IdleConnTimeout = time.Minute
			fallthrough
		case name == "conns":
			t.MaxIdleConns = 100
		default:
			t.TLSHandshakeTimeout = time.Second
		}
	}
	return t
}

func reload(idle <-chan time.Duration, stop <-chan struct{}) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	select {
	case d := <-idle:
		t.IdleConnTimeout = d
	case <-stop:
	}
	return t
}
