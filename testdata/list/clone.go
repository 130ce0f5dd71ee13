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
