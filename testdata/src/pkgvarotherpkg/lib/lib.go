// Package lib exports transports that other packages may change. It is analyzed before them, so that what
// they do is not known: it is judged by itself.
package lib

import (
	"net/http"
	"time"
)

var Transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

var Tuned = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

func init() {
	Tuned.IdleConnTimeout = time.Minute
}

// Spare is nil until somebody fills it.
var Spare *http.Transport

// Whole is overwritten by others.
var Whole = new(http.Transport) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
