// Package user configures what another package gives back to it.
package user

import (
	"net/http"
	"time"

	"givenback/store"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func constructor() {
	c := store.NewClient(&http.Transport{})
	set(c.Transport)
}

func setter() {
	var c store.Client
	c.SetTransport(&http.Transport{})
	set(c.Transport)
}

func wrapper() {
	c := store.Wrap(&http.Transport{})
	set(c.HTTP.Transport.(*http.Transport))
}

func option() {
	c := store.Wrap(&http.Transport{})
	store.WithIdle(time.Minute)(c.HTTP.Transport.(*http.Transport))
}

func method() {
	g := store.NewGetter(&http.Transport{})
	set(g.Get())
}

func variable() {
	store.Share(&http.Transport{})
	set(store.Shared())
}

func closure() {
	set(store.Lazy(&http.Transport{})())
}

func generic() {
	b := &store.Box[*http.Transport]{V: &http.Transport{}}
	set(b.Get())
}

func looked() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, MaxIdleConns, MaxIdleConnsPerHost, TLSHandshakeTimeout and DialContext unset \(`
	println(store.Look(t))
	return t
}
