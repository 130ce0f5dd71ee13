// Package context has a Context that is not context.Context.
package context

import (
	"net/http"
	"time"
)

// A Context has a transport.
type Context interface{ Transport() *http.Transport }

type fixed struct{ t *http.Transport }

func (f fixed) Transport() *http.Transport { return f.t }

func New() Context {
	c := Context(fixed{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	c.Transport().IdleConnTimeout = time.Minute
	return c
}
