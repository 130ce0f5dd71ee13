// Package promoted stores transports in other packages' structs, in a promoted field and behind a client. What those packages do to
// all that they find there counts.
package promoted

import (
	"net/http"

	"promoted/lib"
)

func client() *lib.Client {
	var c lib.Client
	c.Transport = &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return &c
}

func options() *lib.Options {
	return &lib.Options{HTTP: &http.Client{Transport: &http.Transport{}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
