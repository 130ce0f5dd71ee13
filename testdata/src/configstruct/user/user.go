// Package user hands transports over in structs of another package.
package user

import (
	"net/http"

	"configstruct/lib"
)

func filled() *http.Client {
	return lib.New(lib.Config{
		Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	})
}

func left() *http.Client {
	return lib.Dial(&lib.Options{
		Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	})
}

// An interface field is like http.Client's: it configures nothing.
func sink() *lib.Sink {
	return &lib.Sink{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}
