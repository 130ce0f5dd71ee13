// Package optionsinterface has options that are interfaces. Their method is unexported, so no other package has one.
package optionsinterface

import (
	"net/http"
	"time"
)

type Option interface {
	apply(*http.Transport)
}

type idle time.Duration

func (i idle) apply(t *http.Transport) { t.IdleConnTimeout = time.Duration(i) }

type pool struct{ n int }

func (p *pool) apply(t *http.Transport) { t.MaxIdleConns, t.MaxIdleConnsPerHost = p.n, p.n }

type optionFunc func(*http.Transport)

func (f optionFunc) apply(t *http.Transport) { f(t) }

func Idle(d time.Duration) Option { return idle(d) }

func Pool(n int) Option { return &pool{n} }

func Handshake(d time.Duration) Option {
	return optionFunc(func(t *http.Transport) { t.TLSHandshakeTimeout = d })
}

func New(options ...Option) *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`
	for _, o := range options {
		o.apply(t)
	}
	return &http.Client{Transport: t}
}
