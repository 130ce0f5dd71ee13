// Package testfilesincluded has tests that are analyzed too, where the user asks for it.
package testfilesincluded

import "net/http"

var Transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
