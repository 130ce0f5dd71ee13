// Package helpersetsfield passes its values to helpers in the same package.
package helpersetsfield

import (
	"net"
	"net/http"
	"time"
)

func setIdle(t *http.Transport, idle time.Duration) {
	t.IdleConnTimeout = idle
}

func setPool(t *http.Transport) {
	if t == nil {
		return
	}
	if t.MaxIdleConns == 0 {
		t.MaxIdleConns = 100
	}
	t.MaxIdleConnsPerHost = 10
}

func harden(t *http.Transport) {
	t.IdleConnTimeout = 30 * time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.TLSHandshakeTimeout = 5 * time.Second
	t.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
}

func full() *http.Client {
	t := &http.Transport{}
	harden(t)
	return &http.Client{Transport: t}
}

func byAddress() *http.Client {
	var t http.Transport
	harden(&t)
	return &http.Client{Transport: &t}
}

func two() *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setIdle(t, time.Minute)
	setPool(t)
	return &http.Client{Transport: t}
}

func one() *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	setPool(t)
	return &http.Client{Transport: t}
}

func conditional(tune bool) *http.Client {
	t := &http.Transport{}
	if tune {
		harden(t)
	}
	return &http.Client{Transport: t}
}

func deferred() *http.Client {
	t := &http.Transport{}
	defer harden(t)
	return &http.Client{Transport: t}
}
