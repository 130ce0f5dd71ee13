// Package wholestore overwrites a zero value whole: what is stored is judged, not what it replaces.
package wholestore

import (
	"net"
	"net/http"
	"time"
)

func overwriteVar(url string) (*http.Response, error) {
	var t http.Transport
	t = http.Transport{ // want `^transport: http.Transport does not set MaxIdleConnsPerHost \([^)]*\)(;|$)`
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
	*t = http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func overwriteDialer(addr string, timeout time.Duration) (net.Conn, error) {
	var d net.Dialer
	if timeout > 0 {
		d = net.Dialer{Timeout: timeout}
	}
	return d.Dial("tcp", addr)
}

func complete(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

type holder struct {
	transport *http.Transport
	pair      [2]*http.Transport
}

// What is stored is completed by way of the place that leads there.
func (h *holder) overwriteField() {
	*h.transport = http.Transport{}
	complete(h.transport)
}

func (h *holder) overwriteElement() {
	*h.pair[0] = http.Transport{}
	complete(h.pair[0])
}

func overwriteElement(ts []*http.Transport) {
	*ts[0] = http.Transport{}
	complete(ts[0])
}

func overwriteAsserted(rt http.RoundTripper) {
	*rt.(*http.Transport) = http.Transport{}
	complete(rt.(*http.Transport))
}

func overwriteDefault() {
	*http.DefaultTransport.(*http.Transport) = http.Transport{}
	complete(http.DefaultTransport.(*http.Transport))
}

func overwritePointed(p **http.Transport) {
	**p = http.Transport{}
	complete(*p)
}

// What is overwritten need not be a struct.
func addHook(hooks *[]func(*http.Transport), hook func(*http.Transport)) {
	*hooks = append(*hooks, hook)
}

func hooked() *http.Transport {
	var hooks []func(*http.Transport)
	addHook(&hooks, complete)
	addHook(&hooks, func(*http.Transport) {})
	t := &http.Transport{}
	for _, hook := range hooks {
		hook(t)
	}
	return t
}
