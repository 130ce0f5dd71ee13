// Package converted tunes what came back by the method of a type that it is converted to.
package converted

import (
	"net/http"
	"time"

	"givenback/store"
)

type pooled http.Transport

func (p *pooled) tune() { p.IdleConnTimeout = time.Minute }

func tuned() {
	c := store.Wrap(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var t interface{ tune() } = (*pooled)(c.HTTP.Transport.(*http.Transport))
	t.tune()
}
