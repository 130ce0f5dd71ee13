// Package client is analyzed with the rule client switched on.
package client

import (
	"net/http"
	"time"
)

var (
	Plain    = &http.Client{}                                 // want `^client: http.Client leaves Timeout unset \(`
	Value    = http.Client{}                                  // want `^client: http.Client leaves Timeout unset \(`
	New      = new(http.Client)                               // want `^client: http.Client leaves Timeout unset \(`
	Zero     http.Client                                      // want `^client: http.Client leaves Timeout unset \(`
	Default  = &http.Client{Transport: http.DefaultTransport} // want `^client: http.Client leaves Timeout unset \(`
	Full     = &http.Client{Timeout: 10 * time.Second}
	Explicit = &http.Client{Timeout: 0} // streams for ever, on purpose
	None     *http.Client
	Shared   = http.DefaultClient // not made here
)

// Both rules have something to say, each where its value is.
var Two = &http.Client{ // want `^client: http.Client leaves Timeout unset \(`
	Transport: &http.Transport{}, // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
}
