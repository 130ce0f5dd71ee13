// Package recursivetypes has containers of themselves.
package recursivetypes

import (
	"net/http"
	"time"
)

// A tree has transports for keys, and trees below them.
type tree map[*http.Transport]tree

func (t tree) plant() {
	t[&http.Transport{}] = tree{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	for tr := range t {
		tr.IdleConnTimeout = time.Minute
	}
}

// What is written twice in the source is read once.
func deep(t tree) {
	t[&http.Transport{}][&http.Transport{}] = tree{} // want `^transport: ` `^transport: `
}

func below(t tree) any {
	for _, t = range t {
	}
	var x any = t
	return x.(tree)
}

// A list has elements that are lists.
type list[T any] []list[T]

func nest(l list[*http.Transport]) list[*http.Transport] {
	l[0] = l
	return append(l, l...)
}
