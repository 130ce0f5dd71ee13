// Package methodvalues calls methods of interfaces by way of values.
package methodvalues

import (
	"iter"
	"net/http"
	"time"
)

type provider interface{ transport() *http.Transport }

type fixed struct{ t *http.Transport }

func (f fixed) transport() *http.Transport { return f.t }

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func value() {
	var p provider = fixed{&http.Transport{}}
	get := p.transport
	set(get())
}

func expression() {
	get := provider.transport
	set(get(fixed{&http.Transport{}}))
}

type list []*http.Transport

func (l list) all(yield func(*http.Transport) bool) {
	for _, t := range l {
		if !yield(t) {
			return
		}
	}
}

func iterators() {
	a, b := list{{}}, list{{}}
	for _, seq := range []iter.Seq[*http.Transport]{a.all, b.all} {
		for t := range seq {
			set(t)
		}
	}
}
