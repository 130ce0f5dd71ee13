// Package anykeepers gives values to things that give them back as any: what is done to one that came back is done to all.
package anykeepers

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

func tune(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var pool = sync.Pool{New: func() any { return &http.Transport{} }} // want `^transport: .*TLSHandshakeTimeout`

func pooled() { tune(pool.Get().(*http.Transport)) }

var byHost sync.Map

func loaded(host string) {
	v, _ := byHost.LoadOrStore(host, &http.Transport{}) // want `^transport: .*TLSHandshakeTimeout`
	tune(v.(*http.Transport))
}

var current atomic.Value

func stored() { current.Store(&http.Transport{}) } // want `^transport: .*TLSHandshakeTimeout`

func swapped() { tune(current.Load().(*http.Transport)) }

type key struct{}

func inContext(ctx context.Context) context.Context {
	return context.WithValue(ctx, key{}, &http.Transport{}) // want `^transport: .*IdleConnTimeout`
}

// A typed keeper is followed.
var typed atomic.Pointer[http.Transport]

func storedTyped() {
	typed.Store(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func loadedTyped() { tune(typed.Load()) }

func storedByExpression() {
	(*atomic.Pointer[http.Transport]).Store(&typed, &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

type holder struct {
	current *atomic.Pointer[http.Transport]
}

func (h *holder) store() {
	(*h.current).Store(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 20}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func (h *holder) load() { tune(h.current.Load()) }

// Its methods may be called by way of values.
func byMethodValues() {
	var p atomic.Pointer[http.Transport]
	put := p.Store
	put(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tune(p.Load())
}

// Whoever gets a pointer to it may fill it.
func byPointer() {
	var p atomic.Pointer[http.Transport]
	fill(&p)
	tune(p.Load())
}

func fill(p *atomic.Pointer[http.Transport]) {
	p.Store(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

// A struct holds it.
type host struct {
	current atomic.Pointer[http.Transport]
}

func (h *host) store() {
	h.current.Store(&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func (h *host) load() { tune(h.current.Load()) }
