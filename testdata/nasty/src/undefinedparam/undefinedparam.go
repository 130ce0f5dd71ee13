// Package undefinedparam calls functions with parameters of undefined types.
package undefinedparam

import (
	"net/http"
	"undefinedparam/dep"
)

func f() *http.Transport {
	t := &http.Transport{}
	dep.Set(t)
	var o dep.Option
	o(t)
	return t
}
