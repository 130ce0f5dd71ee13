// Package unseeninterface passes *http.Transport to methods of interfaces.
package unseeninterface

import (
	"net/http"
	"time"
)

// Tuner is implemented by the package's users, and what they set is not known.
type Tuner interface {
	Tune(*http.Transport)
}

// Default is one implementation, but not the only one there may be.
type Default struct{}

func (Default) Tune(t *http.Transport) { t.IdleConnTimeout = time.Minute }

func New(tuner Tuner) *http.Client {
	t := &http.Transport{}
	tuner.Tune(t)
	return &http.Client{Transport: t}
}

// The method is called on the type itself: its body is here.
func NewDefault() *http.Client {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	Default{}.Tune(t)
	return &http.Client{Transport: t}
}

// Observer's method gets an interface, which configures nothing.
type Observer interface {
	Created(http.RoundTripper)
}

func Observe(o Observer) *http.Client {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	o.Created(t)
	return &http.Client{Transport: t}
}
