// Package convertedmethods reaches transports by way of types that they were converted to.
package convertedmethods

import (
	"net/http"
	"time"
)

type pooled http.Transport

func (p *pooled) tune() {
	p.IdleConnTimeout, p.TLSHandshakeTimeout = time.Minute, time.Second
	p.MaxIdleConns, p.MaxIdleConnsPerHost = 100, 10
	p.DialContext = nil
}

type tuner interface{ tune() }

func tuneAll(list ...tuner) {
	for _, t := range list {
		t.tune()
	}
}

// The method is that of the derived type, the value is none.
func byMethod() http.RoundTripper {
	t := &http.Transport{}
	tuneAll((*pooled)(t))
	return t
}

// The value is of the derived type, the assertion is not.
func byAssertion() http.RoundTripper {
	var rt http.RoundTripper = (*http.Transport)(&pooled{})
	if t, ok := rt.(*http.Transport); ok {
		(*pooled)(t).tune()
	}
	return rt
}

type config struct{ t *http.Transport }

type named config

func (n named) transport() *http.Transport { return n.t }

func byStruct() {
	c := config{t: &http.Transport{}}
	var h interface{ transport() *http.Transport } = named(c)
	(*pooled)(h.transport()).tune()
}

func unconverted() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return t
}

// Converted in two steps, and by a generic function.
type renamed named

func (r renamed) get() *http.Transport { return r.t }

func twice() {
	c := config{t: &http.Transport{}}
	var h interface{ get() *http.Transport } = renamed(named(c))
	(*pooled)(h.get()).tune()
}

type other struct{ t *http.Transport }

type anyOther other

func (o anyOther) current() *http.Transport { return o.t }

func convert[T ~struct{ t *http.Transport }](o other) T { return T(o) }

func byTypeParameter() {
	o := other{t: &http.Transport{}}
	var h interface{ current() *http.Transport } = convert[anyOther](o)
	(*pooled)(h.current()).tune()
}
