// Package pool puts what came back from one package into another.
package pool

import (
	"net/http"
	"sync"
	"time"

	"givenback/store"
)

type holder struct{ t *http.Transport }

func pooled() {
	c := store.Wrap(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	p := sync.Pool{New: func() any { return &holder{c.HTTP.Transport.(*http.Transport)} }}
	p.Get().(*holder).t.IdleConnTimeout = time.Minute
}

type getter interface{ get() *http.Transport }

type plain struct{ t *http.Transport }

type other plain

func (o other) get() *http.Transport { return o.t }

func method() {
	c := store.Wrap(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var g getter = other(plain{c.HTTP.Transport.(*http.Transport)})
	p := sync.Pool{New: func() any { return &holder{g.get()} }}
	p.Get().(*holder).t.IdleConnTimeout = time.Minute
}
