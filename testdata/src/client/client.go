// Package client is analyzed with the rule client switched on.
package client

import (
	"net/http"
	"time"
)

var (
	Plain    = &http.Client{}                                 // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	Value    = http.Client{}                                  // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	New      = new(http.Client)                               // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	Zero     http.Client                                      // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	Default  = &http.Client{Transport: http.DefaultTransport} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	Full     = &http.Client{Timeout: 10 * time.Second}
	Explicit = &http.Client{Timeout: 0} // streams for ever, on purpose
	None     *http.Client
	Shared   = http.DefaultClient // want `^client: http.DefaultClient does not set Timeout \([^)]*\)$`
)

// Both rules have something to say, each where its value is.
var Two = &http.Client{ // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	Transport: &http.Transport{}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
