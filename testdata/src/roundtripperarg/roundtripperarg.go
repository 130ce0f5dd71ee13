// Package roundtripperarg passes transports as http.RoundTripper, or in an http.Client, to code that cannot be
// seen. That configures nothing.
package roundtripperarg

import "net/http"

// Hooks are given by whoever uses the package.
type Hooks struct {
	Wrap func(http.RoundTripper) http.RoundTripper
	Use  func(*http.Client)
}

type Middleware interface {
	Wrap(http.RoundTripper) http.RoundTripper
}

func (h Hooks) wrapped() http.RoundTripper {
	return h.Wrap(&http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func (h Hooks) used() {
	client := &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	h.Use(client)
}

func New(m Middleware) *http.Client {
	var t http.Transport // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return &http.Client{Transport: m.Wrap(&t)}
}

func install(p **http.Client, rt http.RoundTripper) {
	*p = &http.Client{Transport: rt}
}

func init() {
	install(&http.DefaultClient, &http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
