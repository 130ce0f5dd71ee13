package typeparams

import (
	"net/http"
	"time"
)

// Box holds a value of any type.
type Box[T any] struct {
	v    T
	name string
}

func (b *Box[T]) get() T { return b.v }

func viaBox() http.RoundTripper {
	b := &Box[*http.Transport]{v: &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10, TLSHandshakeTimeout: time.Second, DialContext: dial}}
	b.get().IdleConnTimeout = 30 * time.Second
	return b.get()
}

// What is set in one box counts for all boxes that get makes way to.
var boxed = Box[http.Transport]{v: http.Transport{MaxIdleConns: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// tune is a helper for one type, written as a generic one.
func tune[P interface{ *http.Transport }](p P, idle time.Duration) {
	(*http.Transport)(p).IdleConnTimeout = idle
}

func viaTune() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tune(t, time.Minute)
	return t
}

// lookup makes a nil pointer, not a transport, where T is a pointer.
func lookup[T any](m map[string]T, key string) T {
	if v, ok := m[key]; ok {
		return v
	}
	var zero T
	return zero
}

func viaLookup(m map[string]*http.Transport) *http.Transport {
	return lookup(m, "default")
}

// Pool initializes what is put into it.
type Pool[T http.RoundTripper] struct {
	Init func(T)
	list []T
}

func (p *Pool[T]) Put(v T) {
	p.Init(v)
	p.list = append(p.list, v)
}

func ViaPool(p *Pool[*http.Transport]) {
	p.Put(&http.Transport{})
}

// added appends to what need not be a slice type without a name.
func added[S ~[]*http.Transport](s S, v *http.Transport) S {
	return append(s, v)
}

func viaAdded(s []*http.Transport) {
	for _, t := range added(s, &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 10}) { // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
		t.IdleConnTimeout = time.Minute
	}
}

// convert is called with its types spelled out, and with no other function.
func convert[A, B any](a A, f func(A) B) B { return f(a) }

var converted = convert[*http.Transport, http.RoundTripper](&http.Transport{}, tripper) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func tripper(t *http.Transport) http.RoundTripper { return t }
