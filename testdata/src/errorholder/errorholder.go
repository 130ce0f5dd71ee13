// Package errorholder has errors that lead to a transport.
package errorholder

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

type failure struct{ t *http.Transport }

func (failure) Error() string { return "failed" }

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func asserted() {
	var err error = failure{&http.Transport{}}
	set(err.(failure).t)
}

func as() {
	var err error = failure{&http.Transport{}}
	var f failure
	if errors.As(err, &f) {
		set(f.t)
	}
}

func asType() {
	var err error = failure{&http.Transport{}}
	if f, ok := errors.AsType[failure](err); ok {
		set(f.t)
	}
}

func wrapped() {
	err := fmt.Errorf("more: %w", failure{&http.Transport{}})
	var f failure
	if errors.As(errors.Join(err, nil), &f) {
		set(f.t)
	}
}

// One error is a part of another.
type tagged struct {
	error
	t *http.Transport
}

func embedded() string {
	var err error = tagged{errors.New("failed"), &http.Transport{}}
	set(err.(tagged).t)
	return err.Error()
}
