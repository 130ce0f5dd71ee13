// Package logged gets an error back, and hands that to somebody who may do anything with it.
package logged

import (
	"net/http"

	"givenback/dump"
	"givenback/store"
)

type failure struct{ t *http.Transport }

func (failure) Error() string { return "failed" }

func logged(r *store.Registry) {
	r.Add(&http.Client{Transport: &http.Transport{}}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if err := r.Check(); err != nil {
		dump.Value(err)
	}
}
