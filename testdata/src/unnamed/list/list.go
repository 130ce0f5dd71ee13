// Package list makes a transport without a word of net/http.
package list

import "unnamed/lib"

var All = lib.Transports{{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
