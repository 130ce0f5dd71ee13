// Package list makes a transport without a word of net/http.
package list

import "unnamed/lib"

var All = lib.Transports{{}} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
