// Package undefinedvar calls a function of a package with an error elsewhere.
package undefinedvar

import (
	"net/http"
	"undefinedvar/dep"
)

var t = &http.Transport{}

func init() { dep.Set(t) }
