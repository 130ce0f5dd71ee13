// Package wholestore overwrites a zero value whole: what is stored is judged, not what it replaces.
package wholestore

import (
	"net"
	"net/http"
	"time"
)

func overwriteVar(url string) (*http.Response, error) {
	var t http.Transport
	t = http.Transport{ // want `^transport: http.Transport leaves MaxIdleConnsPerHost unset \(`
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		IdleConnTimeout:     30 * time.Second,
	}
	return (&http.Client{Transport: &t}).Get(url)
}

func overwriteNew() http.RoundTripper {
	t := new(http.Transport)
	*t = http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
	return t
}

// The default transport's values come with the copy.
func overwriteWithDefault() http.RoundTripper {
	var t http.Transport
	t = *http.DefaultTransport.(*http.Transport)
	t.MaxIdleConnsPerHost = 100
	return &t
}

func overwriteParameter(t *http.Transport) {
	*t = http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, MaxIdleConns, MaxIdleConnsPerHost, TLSHandshakeTimeout and DialContext unset \(`
}

func overwriteDialer(addr string, timeout time.Duration) (net.Conn, error) {
	var d net.Dialer
	if timeout > 0 {
		d = net.Dialer{Timeout: timeout}
	}
	return d.Dial("tcp", addr)
}
