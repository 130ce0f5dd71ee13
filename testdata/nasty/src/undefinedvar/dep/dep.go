// Package dep does not type-check.
package dep

import "net/http"

func Set(t *http.Transport) { t.IdleConnTimeout = 1 }

var unused = x
