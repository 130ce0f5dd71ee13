// Package convertedapart converts values of types that look alike: one is not converted to all of them.
package convertedapart

import (
	"net/http"
	"time"
)

type first struct{ t *http.Transport }

type firstGetter first

func (g firstGetter) get() *http.Transport { return g.t }

type second struct{ t *http.Transport }

type secondGetter second

func (g secondGetter) get() *http.Transport { return g.t }

type getter interface{ get() *http.Transport }

func tuned() {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	var g getter = firstGetter(first{t})
	g.get().IdleConnTimeout = time.Minute
}

func kept() {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout and DialContext unset \(`
	var g getter = secondGetter(second{t})
	println(g.get().MaxIdleConns)
}
