// Package samename asserts interfaces that not all values have: some have a method of that name in another shape.
package samename

import (
	"io"
	"net/http"
	"time"
)

type doer interface {
	Do(*http.Request, io.Writer) error
}

func do(x any, r *http.Request, w io.Writer) error {
	if d, ok := x.(doer); ok {
		return d.Do(r, w)
	}
	_, err := x.(*http.Client).Do(r)
	return err
}

func std(r *http.Request) error {
	return do(&http.Client{Transport: &http.Transport{}}, r, io.Discard) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

type limited struct{ t *http.Transport }

func (l limited) Do(*http.Request) { l.t.MaxIdleConns = 100 }

type patient struct{ t *http.Transport }

func (p patient) Do(*http.Request, io.Writer) error {
	p.t.IdleConnTimeout = time.Minute
	return nil
}

func own(r *http.Request) {
	do(limited{&http.Transport{}}, r, io.Discard) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	do(patient{&http.Transport{}}, r, io.Discard) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

type maker func() *http.Transport

// The keys of a map are not called.
func byMaker(m map[*maker]func(*http.Transport) error, key *maker) error {
	*key = func() *http.Transport { return nil }
	m[key] = func(t *http.Transport) error {
		t.IdleConnTimeout = time.Minute
		return nil
	}
	return m[key](&http.Transport{}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
