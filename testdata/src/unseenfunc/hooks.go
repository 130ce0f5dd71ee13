package unseenfunc

import (
	"net"
	"net/http"
)

func hooked() http.RoundTripper {
	t := new(http.Transport)
	if Hook != nil {
		Hook(t)
	}
	return t
}

func (h *Hooks) tripper() http.RoundTripper {
	t := &http.Transport{}
	h.Transport(t)
	return t
}

func (h *Hooks) dial(addr string) (net.Conn, error) {
	var d net.Dialer
	h.Dialer(&d)
	return d.Dial("tcp", addr)
}

// pass brings it there.
func pass(t *http.Transport, f func(*http.Transport)) { f(t) }

func Passed(f func(*http.Transport)) http.RoundTripper {
	t := &http.Transport{}
	pass(t, f)
	return t
}

// A function from outside that gets an interface configures nothing.
func (h *Hooks) asInterface() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	h.Tripper(t)
	return t
}

// A function that only returns one: the caller's, not a value of ours.
func Given(make func() *http.Transport) http.RoundTripper {
	if t := make(); t != nil {
		return t
	}
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
