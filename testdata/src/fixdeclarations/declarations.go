package fixdeclarations

import (
	"net"
	"net/http"
)

var zero http.Transport // want `transport`

var (
	made   = new(http.Transport) // want `transport`
	quick  net.Dialer            // want `dialer`
	others = 1
)

func local() http.RoundTripper {
	var t http.Transport // want `transport`
	t.MaxIdleConns = others
	return &t
}

func fresh() http.RoundTripper {
	t := new(http.Transport) // want `transport`
	t.DisableKeepAlives = true
	return t
}

func inlined(req *http.Request) (*http.Response, error) {
	return new(http.Transport).RoundTrip(req) // want `transport`
}

func header(req *http.Request) (*http.Response, error) {
	if t := new(http.Transport); req != nil { // want `transport`
		return t.RoundTrip(req)
	}
	return nil, nil
}

// Nothing says which of the two is meant, or there is no place to write fields to.
func none() (t http.Transport) {
	var a, b http.Transport // want `transport` `transport`
	_, _ = a.RoundTrip(nil)
	_, _ = b.RoundTrip(nil)
	_, _ = quick.Dial("tcp", "")
	_, _ = made, zero
	return t
}

type holder struct {
	transport http.Transport // want `transport`
}

func (h *holder) get() http.RoundTripper { return &h.transport }
