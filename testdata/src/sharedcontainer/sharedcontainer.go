// Package sharedcontainer fills containers through one name and configures their elements through another.
package sharedcontainer

import (
	"net/http"
	"time"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func produce(out chan<- *http.Transport) { out <- &http.Transport{} }

func channel() {
	ch := make(chan *http.Transport, 1)
	go produce(ch)
	set(<-ch)
}

func fill(m map[string]*http.Transport) { m["a"] = &http.Transport{} }

func filled() {
	m := map[string]*http.Transport{}
	fill(m)
	for _, t := range m {
		set(t)
	}
}

func alloc(p **http.Transport) { *p = &http.Transport{} }

func outParameter() *http.Transport {
	var t *http.Transport
	alloc(&t)
	set(t)
	return t
}

type registry map[string]*http.Transport

func (r registry) add(name string) { r[name] = &http.Transport{} }

func method() {
	r := registry{}
	r.add("a")
	for _, t := range r {
		set(t)
	}
}

func window() []*http.Transport {
	ts := make([]*http.Transport, 2)
	q := ts[:1]
	q[0] = &http.Transport{}
	set(ts[0])
	return ts
}

type pool struct{ byHost map[string]*http.Transport }

func (p *pool) hosts() map[string]*http.Transport { return p.byHost }

func (p *pool) add(host string) { p.hosts()[host] = &http.Transport{} }

func (p *pool) tune() {
	for _, t := range p.byHost {
		set(t)
	}
}

// Keys are kept as well.
type keys struct{ set map[*http.Transport]bool }

func (k *keys) add() {
	t := &http.Transport{}
	k.set[t] = true
}

func (k *keys) tune() {
	for t := range k.set {
		set(t)
	}
}

// Another map.
func other() map[string]*http.Transport {
	a := map[string]*http.Transport{"a": {}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	b := map[string]*http.Transport{}
	for _, t := range b {
		set(t)
	}
	return a
}
