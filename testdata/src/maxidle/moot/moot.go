// Package moot has transports that keep no idle connections, so that it does not matter for how long.
package moot

import (
	"net/http"
	"time"
)

var (
	off   = &http.Transport{DisableKeepAlives: true, IdleConnTimeout: 91 * time.Second}
	on    = &http.Transport{DisableKeepAlives: false, IdleConnTimeout: 92 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 92s `
	never = &http.Transport{MaxIdleConnsPerHost: -1, IdleConnTimeout: 93 * time.Second}
)

func later(once bool) []*http.Transport {
	a := &http.Transport{IdleConnTimeout: 94 * time.Second}
	a.DisableKeepAlives = true
	b := &http.Transport{IdleConnTimeout: 95 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 95s `
	if once {
		b.DisableKeepAlives = true
	}
	return []*http.Transport{a, b}
}

// By a parameter: of two transports one keeps connections.
func one(idle time.Duration) *http.Transport {
	return &http.Transport{IdleConnTimeout: idle, DisableKeepAlives: true}
}

func another(idle time.Duration) *http.Transport {
	return &http.Transport{IdleConnTimeout: idle}
}

var (
	byOne     = one(96 * time.Second)
	byAnother = another(97 * time.Second) // want `^require: http.Transport sets IdleConnTimeout to 97s `
)
