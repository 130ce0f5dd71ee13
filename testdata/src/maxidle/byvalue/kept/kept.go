// Package kept copies http.DefaultTransport by value, and keeps its IdleConnTimeout.
package kept

import "net/http"

func single() http.RoundTripper {
	t := *http.DefaultTransport.(*http.Transport)
	t.DisableKeepAlives = true
	return &t
}

func New() http.RoundTripper {
	t := *http.DefaultTransport.(*http.Transport) // want `^require: http.DefaultTransport has a 90s IdleConnTimeout \(the settings allow at most 60s\)$`
	t.MaxIdleConnsPerHost = 10
	return &t
}
