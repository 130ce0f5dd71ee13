// Package setthroughfield sets fields through the struct that holds the transport.
package setthroughfield

import (
	"net/http"
	"time"
)

type service struct {
	tr   *http.Transport
	name string
}

func newService() *service {
	s := &service{tr: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	s.tr.IdleConnTimeout = time.Minute
	return s
}

// worker's transport is completed by another function.
type worker struct {
	tr *http.Transport
}

func newWorker() *worker {
	w := new(worker)
	w.tr = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	return w
}

func (w *worker) start() {
	w.tr.IdleConnTimeout = time.Minute
}

// bare has a field of the same name, and nobody sets anything in it.
type bare struct {
	tr *http.Transport
}

func newBare() *bare {
	return &bare{tr: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func (b *bare) idle() time.Duration {
	return b.tr.IdleConnTimeout
}

// outer reaches it through two structs.
type outer struct {
	inner inner
}

type inner struct {
	client *http.Client
	tr     *http.Transport
}

func newOuter() *outer {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	o := &outer{inner{client: &http.Client{Transport: t}, tr: t}}
	o.inner.tr.IdleConnTimeout = time.Minute
	return o
}

// A copy of the struct holds the same pointer.
func copied() service {
	a := service{tr: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, name: "copied"} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	b := a
	b.tr.IdleConnTimeout = time.Minute
	return a
}

// What is stored through the address of a field is in the field.
func through(p **http.Transport) {
	*p = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func filled() *bare {
	b := new(bare)
	through(&b.tr)
	b.tr.IdleConnTimeout = time.Minute
	return b
}
