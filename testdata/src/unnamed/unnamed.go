// Package unnamed has transports configured by a package that does not name their type.
package unnamed

import (
	"net/http"

	"unnamed/lib"
	"unnamed/tune"
)

func options() *lib.Options {
	o := &lib.Options{Transport: &http.Transport{}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	tune.Idle(o)
	tune.Conns(o)
	return o
}
