// Package shorter has clones of transports of its own that set another IdleConnTimeout.
package shorter

import (
	"net/http"
	"time"
)

// The original is used, and so is the clone.
func both() []*http.Client {
	base := &http.Transport{IdleConnTimeout: 90 * time.Second} // want `^require: http.Transport sets IdleConnTimeout to 90s \(the settings allow at most 60s\)$`
	short := base.Clone()
	short.IdleConnTimeout = 30 * time.Second
	return []*http.Client{{Transport: base}, {Transport: short}}
}

type api struct{ base *http.Transport }

func newAPI() *api {
	return &api{base: &http.Transport{IdleConnTimeout: 2 * time.Minute}} // want `^require: http.Transport sets IdleConnTimeout to 120s \(`
}

func (a *api) client() *http.Client { return &http.Client{Transport: a.base} }

func (a *api) short() *http.Client {
	t := a.base.Clone()
	t.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: t}
}

func send(r *http.Request) (*http.Response, error) { return sent.RoundTrip(r) }

var sent = &http.Transport{IdleConnTimeout: 3 * time.Minute} // want `^require: http.Transport sets IdleConnTimeout to 180s \(`

func ofSent() http.RoundTripper {
	t := sent.Clone()
	t.IdleConnTimeout = 30 * time.Second
	return t
}

// The original is there to be cloned, and nothing else.
func template() *http.Client {
	base := &http.Transport{IdleConnTimeout: 90 * time.Second}
	t := base.Clone()
	t.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: t}
}

// It is short before it is used.
func later() []*http.Client {
	base := &http.Transport{IdleConnTimeout: 90 * time.Second}
	t := base.Clone()
	t.IdleConnTimeout = 30 * time.Second
	base.IdleConnTimeout = 40 * time.Second
	return []*http.Client{{Transport: base}, {Transport: t}}
}

// The clone is the long one.
func long() []*http.Client {
	base := &http.Transport{IdleConnTimeout: 30 * time.Second}
	t := base.Clone()
	t.IdleConnTimeout = 90 * time.Second // want `^require: http.Transport sets IdleConnTimeout to 90s \(`
	return []*http.Client{{Transport: base}, {Transport: t}}
}

// The original keeps no connections, so its clone does not, either.
func single() *http.Client {
	base := &http.Transport{DisableKeepAlives: true}
	t := base.Clone()
	t.IdleConnTimeout = 90 * time.Second
	return &http.Client{Transport: t}
}

// Which of the two is used is not told apart.
func either(short bool) *http.Client {
	t := &http.Transport{IdleConnTimeout: 90 * time.Second}
	if short {
		t = t.Clone()
		t.IdleConnTimeout = 30 * time.Second
	}
	return &http.Client{Transport: t}
}
