// Package generated has a file that a tool wrote and two that it did not.
package generated

import "net/http"

var ByHand = &http.Transport{} // want `^transport: http.Transport leaves TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`

var Helped = &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, DialContext and MaxIdleConnsPerHost unset \(`
