// Package maker gives another package functions that make transports.
package maker

import (
	"net/http"

	"givenback/maker/reg"
)

var client = reg.With(func() *http.Transport { return &http.Transport{} })

func newTransport() *http.Transport { return &http.Transport{} }

func server() *http.Client {
	s := &reg.Server{NewTransport: newTransport}
	return s.Client()
}

// Behind an interface it is not seen as a transport.
func wrapped() http.RoundTripper {
	return reg.Wrap(func() http.RoundTripper { return &http.Transport{} }) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func own() *http.Transport {
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var transport = own()
