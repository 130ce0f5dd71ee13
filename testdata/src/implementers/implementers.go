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
	t := &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, MaxIdleConns, MaxIdleConnsPerHost, TLSHandshakeTimeout and DialContext unset \(`
	r.read(t)
	return &http.Client{Transport: t}
}
