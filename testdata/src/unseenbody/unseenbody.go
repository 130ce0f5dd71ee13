// Package unseenbody passes transports to a function that is not written in Go.
package unseenbody

import "net/http"

func tune(t *http.Transport)

func keep(rt http.RoundTripper)

// What tune does is not known.
func tuned() http.RoundTripper {
	t := &http.Transport{}
	tune(t)
	return t
}

// An interface configures nothing.
func kept() {
	keep(&http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
