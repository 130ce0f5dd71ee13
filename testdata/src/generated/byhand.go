// Package generated has a file that a tool wrote and two that it did not.
package generated

import "net/http"

var ByHand = &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

var Helped = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
