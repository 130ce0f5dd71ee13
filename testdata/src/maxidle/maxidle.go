// Package maxidle has IdleConnTimeouts that the settings do not allow, set in many ways.
package maxidle

import (
	"cmp"
	"net/http"
	"time"
)

const long = 2 * time.Minute

var (
	literal  = &http.Transport{IdleConnTimeout: 90 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 90s \(the settings allow at most 60s\)$`
	named    = &http.Transport{IdleConnTimeout: long}             // want `^require: http.Transport sets IdleConnTimeout to 120s \(the settings allow at most 60s\)$`
	allowed  = &http.Transport{IdleConnTimeout: time.Minute}
	zero     = &http.Transport{IdleConnTimeout: 0}
	fallback = time.Hour // want `^require: http.Transport sets IdleConnTimeout to 3600s \(the settings allow at most 60s\)$`
)

func clone() *http.Transport {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.IdleConnTimeout = 5 * time.Minute // want `^require: http.Transport sets IdleConnTimeout to 300s \(the settings allow at most 60s\)$`
	return t
}

func parameter(idle time.Duration) *http.Transport {
	return &http.Transport{IdleConnTimeout: idle}
}

var (
	passed  = parameter(90 * time.Second) // want `^require: http.Transport sets IdleConnTimeout to 90s \(the settings allow at most 60s\)$`
	passed2 = parameter(30 * time.Second)
)

type config struct {
	idle    time.Duration
	seconds int
}

func defaults() config {
	return config{idle: 2 * time.Minute, seconds: 75} // want `^require: http.Transport sets IdleConnTimeout to 120s ` `^require: http.Transport sets IdleConnTimeout to 75s `
}

func (c config) transport(unknown time.Duration) []*http.Transport {
	return []*http.Transport{
		{IdleConnTimeout: c.idle},
		{IdleConnTimeout: time.Duration(c.seconds) * time.Second},
		{IdleConnTimeout: cmp.Or(unknown, fallback)},
		{IdleConnTimeout: unknown},
	}
}

type option func(*http.Transport)

func withIdle(d time.Duration) option {
	return func(t *http.Transport) { t.IdleConnTimeout = d }
}

func options() []option {
	return []option{withIdle(10 * time.Second), withIdle(10 * time.Minute)} // want `^require: http.Transport sets IdleConnTimeout to 600s \(the settings allow at most 60s\)$`
}

//transportlint:ignore require the server keeps connections for an hour
var Ignored = &http.Transport{IdleConnTimeout: 90 * time.Second}
