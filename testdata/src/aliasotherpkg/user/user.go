// Package user imports neither net nor net/http, and makes their types all the same.
package user

import (
	"time"

	"aliasotherpkg/names"
)

var Plain = &names.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`

var Loose = names.Dialer{KeepAlive: time.Minute} // want `^dialer: net.Dialer leaves Timeout unset \(`

var Full = &names.Transport{
	DialContext:         (&names.Dialer{Timeout: 5 * time.Second}).DialContext,
	TLSHandshakeTimeout: 5 * time.Second,
	MaxIdleConns:        100,
	MaxIdleConnsPerHost: 100,
	IdleConnTimeout:     30 * time.Second,
}
