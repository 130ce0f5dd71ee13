// Package pool uses http.DefaultTransport's 90 s, which is said once.
package pool

import "net/http"

var own = &http.Client{Transport: &http.Transport{}}

func Fetch(url string) {
	http.Get(url) // want `^require: http.DefaultTransport has a 90s IdleConnTimeout \(the settings allow at most 60s\)$`
	http.DefaultClient.Get(url)
	new(http.Client).Get(url)
}
