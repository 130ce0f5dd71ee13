package list

import (
	"net/http"
	"net/url"
	"time"
)

// cloned inherits all but one limit.
func cloned(proxy *url.URL) *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.Proxy = http.ProxyURL(proxy)
	t.ResponseHeaderTimeout = 5 * time.Second
	return &http.Client{Transport: t}
}

// copied takes a limit from http.DefaultTransport, and one from nowhere.
func copied() *http.Transport {
	return &http.Transport{TLSHandshakeTimeout: http.DefaultTransport.(*http.Transport).TLSHandshakeTimeout}
}
