// Package user makes values within expressions that lead to a place, which is read and then written.
package user

import (
	"net/http"

	"readonce/shelf"
)

func target(heirs map[*http.Transport]**http.Transport, heir *http.Transport) {
	*heirs[&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}] = heir // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func chained() {
	shelf.New(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}). // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
										Add(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 20}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func copied(last *http.Transport) {
	copy([]*http.Transport{{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}, []*http.Transport{last}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

var fleet map[string]*http.Transport

func all() *map[string]*http.Transport { return &fleet }

func stored() {
	*all() = map[string]*http.Transport{"a": {MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	fleet["a"].IdleConnTimeout = 1
}
