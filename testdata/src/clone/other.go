package clone

import (
	"net/http"
	"slices"
	"time"

	"clone/repo"
)

// A Clone that is no transport's.
func repository(r *repo.Repo) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	r.Clone(t)
	return t
}

// The copy of a slice has the same pointers in it.
func slice() []*http.Transport {
	list := []*http.Transport{{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	slices.Clone(list)[0].IdleConnTimeout = time.Minute
	return list
}
