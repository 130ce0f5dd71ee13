// Package handedon hands what it gets back to a function of somebody else.
package handedon

import (
	"net/http"

	"givenback/store"
)

// Tune is for everybody.
var Tune func(*http.Transport)

func handedOn() {
	store.Share(&http.Transport{})
	Tune(store.Shared())
}
