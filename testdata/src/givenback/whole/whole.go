// Package whole replaces what it gets back.
package whole

import (
	"net/http"

	"givenback/store"
)

func whole(with *http.Transport) {
	store.Share(&http.Transport{})
	*store.Shared() = *with
}
