// Package mapkeys has maps whose keys are parts of the values, and are taken for nothing else.
package mapkeys

import "net/http"

type key struct {
	owner any
	id    string
}

type entry struct {
	id     key
	client *http.Client
	uses   int
}

var entries = map[key]entry{}

func add(k key) {
	entries[k] = entry{id: k, client: &http.Client{Transport: &http.Transport{}}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// It is put back where it belongs.
func use(k key) {
	e := entries[k]
	e.uses++
	entries[entries[k].id] = e
}
