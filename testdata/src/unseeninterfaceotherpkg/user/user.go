// Package user passes transports to methods of another package.
package user

import (
	"net/http"
	"time"

	"unseeninterfaceotherpkg/lib"
)

func Tuned(tuner lib.Tuner) *http.Client {
	t := &http.Transport{}
	tuner.Tune(t)
	return &http.Client{Transport: t}
}

func optional(options ...lib.Option) *http.Client {
	t := &http.Transport{}
	for _, o := range options {
		o.Tune(t)
	}
	return &http.Client{Transport: t}
}

var Default = optional(lib.Idle(time.Minute))

// none is one of the tuners that there are.
type none struct{}

func (none) Tune(*http.Transport) {}

var Plain = Tuned(none{})
