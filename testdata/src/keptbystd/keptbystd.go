// Package keptbystd gets transports back from containers of the standard library that know nothing of types.
package keptbystd

import (
	"container/list"
	"context"
	"net/http"
	"sync"
	"time"
)

type entry struct{ t *http.Transport }

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func loaded(m *sync.Map) {
	m.Store("a", &entry{&http.Transport{}})
	if v, ok := m.Load("a"); ok {
		set(v.(*entry).t)
	}
}

func listed() {
	l := list.New()
	l.PushBack(entry{&http.Transport{}})
	set(l.Front().Value.(entry).t)
}

type key struct{}

func inContext(ctx context.Context) {
	ctx = context.WithValue(ctx, key{}, &entry{&http.Transport{}})
	set(ctx.Value(key{}).(*entry).t)
}

func pooled() {
	p := sync.Pool{New: func() any { return &entry{&http.Transport{}} }}
	set(p.Get().(*entry).t)
}

// Given makes entries of its own, or its users do.
func Given(make func() any) {
	p := sync.Pool{New: make}
	p.Put(&entry{&http.Transport{}})
	set(p.Get().(*entry).t)
}
