package list

import "net/http"

// Bare has no limit.
var Bare = &http.Client{Transport: &http.Transport{}}

// noIdle keeps no connections, and says that it has no Timeout.
func noIdle() *http.Client {
	return &http.Client{Transport: &http.Transport{DisableKeepAlives: true, IdleConnTimeout: 1}, Timeout: 0}
}
