// Package unnamed has transports configured by a package that does not name their type.
package unnamed

import (
	"net/http"

	"unnamed/lib"
	"unnamed/tune"
)

func options() *lib.Options {
	o := &lib.Options{Transport: &http.Transport{}} // want `^transport: http.Transport leaves TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	tune.Idle(o)
	tune.Conns(o)
	return o
}
