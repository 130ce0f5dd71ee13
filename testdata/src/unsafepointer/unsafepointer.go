// Package unsafepointer loses sight of a transport.
package unsafepointer

import (
	"net/http"
	"time"
	"unsafe"
)

func hidden() http.RoundTripper {
	t := &http.Transport{}
	p := unsafe.Pointer(t)
	(*http.Transport)(p).IdleConnTimeout = time.Minute
	return t
}
