// Package user imports neither net nor net/http, and makes their types all the same.
package user

import (
	"time"

	"aliasotherpkg/names"
)

var Plain = &names.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

var Loose = names.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`

var Full = &names.Transport{
	DialContext:         (&names.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}
