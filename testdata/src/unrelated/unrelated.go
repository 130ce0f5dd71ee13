// Package unrelated imports nothing that dials.
package unrelated

import "time"

type Transport struct {
	IdleConnTimeout time.Duration
}

var T = &Transport{}

func tune(t *Transport) { t.IdleConnTimeout = time.Second }
