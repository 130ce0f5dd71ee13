// Package setpackagevar sets fields through package variables.
package setpackagevar

import (
	"net"
	"net/http"
	"sync"
	"time"
)

var dial = (&net.Dialer{Timeout: 5 * time.Second}).DialContext

// Init is completed in init.
var Init = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`

func init() {
	Init.IdleConnTimeout = time.Minute
}

// Value is no pointer.
var Value = http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`

func Configure(idle time.Duration) {
	Value.IdleConnTimeout = idle
}

// Untouched is only read.
var Untouched = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`

func Idle() time.Duration {
	return Untouched.IdleConnTimeout
}

var (
	once sync.Once
	lazy *http.Transport
)

// Lazy is made and completed when it is first asked for.
func Lazy() *http.Transport {
	once.Do(func() {
		lazy = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
		lazy.IdleConnTimeout = time.Minute
	})
	return lazy
}

var checked *http.Transport

// Checked does the same with a nil check, and forgets the field.
func Checked() *http.Transport {
	if checked == nil {
		checked = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`
	}
	return checked
}

var onceValue = sync.OnceValue(func() *http.Transport {
	return &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`
})

var Client = &http.Client{Transport: onceValue()}

// Settings is a struct in a package variable.
var Settings = struct {
	transport *http.Transport
	retries   int
}{
	transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10, DialContext: dial}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
}

func init() {
	Settings.transport.IdleConnTimeout = time.Minute
}

// What a list of values is made with stays in it when it grows.
var pools = []http.Transport{{MaxIdleConns: 100}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func grow(t *http.Transport) { pools = append(pools, *t) }
