// Package user completes a package variable of another package, and puts its own transport into one.
package user

import (
	"net/http"
	"time"

	"pkgvarotherpkg/lib"
)

func init() {
	lib.Transport.IdleConnTimeout = time.Minute
}

func replace() {
	lib.Spare = &http.Transport{MaxIdleConns: 100} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func replaceAndSet() {
	lib.Tuned = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	lib.Tuned.IdleConnTimeout = time.Minute
}

func overwrite() {
	*lib.Whole = http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	lib.Whole.IdleConnTimeout = time.Minute
}
