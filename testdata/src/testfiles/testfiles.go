// Package testfiles has tests beside its code.
package testfiles

import "net/http"

// Transport is completed in a test only, which is no choice for production.
var Transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

var Client = &http.Client{Transport: Transport}
