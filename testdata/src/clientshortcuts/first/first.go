// Package first uses http.DefaultClient again and again. The first use stands for all of them.
package first

import (
	"io"
	"net/http"
	"net/url"
)

func Fetch(u string) (*http.Response, error) {
	return http.Get(u) // want `^client: http.Get does not set Timeout \(a request without deadline can hang forever\); use an http.Client$`
}

func Send(u string, body io.Reader) (*http.Response, error) {
	if _, err := http.Head(u); err != nil {
		return http.PostForm(u, url.Values{})
	}
	return http.Post(u, "text/plain", body)
}

func Do(req *http.Request) (*http.Response, error) { return http.DefaultClient.Do(req) }

// A client of its own has a finding of its own.
var other = &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
