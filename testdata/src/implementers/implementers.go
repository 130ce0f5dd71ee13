// Package implementers calls methods through interfaces of types that hold nothing themselves.
package implementers

import (
	"net/http"
	"time"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

type factory interface{ New() *http.Transport }

type plain struct{}

func (plain) New() *http.Transport { return &http.Transport{} }

func client() *http.Client {
	var f factory = plain{}
	t := f.New()
	set(t)
	return &http.Client{Transport: t}
}

// Exported: users may bring their own, but this one is among them.
type Factory interface{ NewTransport() *http.Transport }

type DefaultFactory struct{ Name string }

func (DefaultFactory) NewTransport() *http.Transport { return &http.Transport{} }

func New(f Factory) *http.Client {
	t := f.NewTransport()
	set(t)
	return &http.Client{Transport: t}
}

type configurer interface{ configure(*http.Transport) }

type level int

func (level) configure(t *http.Transport) { set(t) }

type none struct{ reason string }

func (none) configure(*http.Transport) {}

func pick(fast bool) configurer {
	if fast {
		return level(1)
	}
	return none{"slow"}
}

func picked(fast bool) *http.Client {
	t := &http.Transport{}
	pick(fast).configure(t)
	return &http.Client{Transport: t}
}

type reader interface{ read(*http.Transport) int }

type size struct{}

func (size) read(t *http.Transport) int { return t.MaxIdleConns }

func looked(r reader) *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	r.read(t)
	return &http.Client{Transport: t}
}

type holder interface {
	apply(*http.Transport)
	name() string
}

// Both of these hold something themselves, so it is known which of them gets to a call.
type (
	tuner struct{ like *http.Transport }
	lazy  struct{ like *http.Transport }
)

func (u *tuner) apply(t *http.Transport) { set(t) }
func (u *tuner) name() string            { return "tuner" }

func (l *lazy) apply(*http.Transport) {}
func (l *lazy) name() string          { return "lazy" }

// An apply of its own does not make it a holder.
type half struct{ like *http.Transport }

func (h *half) apply(t *http.Transport) { set(t) }

func held(like *http.Transport) []*http.Transport {
	var h holder = &tuner{like}
	var l holder = &lazy{like}
	a, b := &http.Transport{}, &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	h.apply(a)
	l.apply(b)
	(&half{like}).apply(like)
	return []*http.Transport{a, b}
}

// A list of transports that is configured through an interface.
type list []*http.Transport

func (l list) setAll() {
	for _, t := range l {
		set(t)
	}
}

type setter interface{ setAll() }

func listed() []*http.Transport {
	l := list{{}, {}}
	var s setter = l
	s.setAll()
	return l
}

type namer interface {
	apply(*http.Transport)
	label() string
}

type quiet struct{}

func (quiet) apply(*http.Transport) {}
func (quiet) label() string         { return "quiet" }

// Whatever it is given, half is none of these.
func Named(n namer) *http.Transport {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	n.apply(t)
	return t
}

// A source leads to a transport because of the one type that implements it.
type source interface{ prepare() }

type kept struct{ t *http.Transport }

func (k *kept) prepare() {}

type stack struct{ from source }

func (s *stack) tune() { set(s.from.(*kept).t) }

func stacked() *stack {
	s := &stack{&kept{&http.Transport{}}}
	s.tune()
	return s
}
