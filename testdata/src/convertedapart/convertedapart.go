// Package convertedapart converts values of types that look alike: one is not converted to all of them.
package convertedapart

import (
	"net/http"
	"time"
)

type first struct{ t *http.Transport }

type firstGetter first

func (g firstGetter) get() *http.Transport { return g.t }

type second struct{ t *http.Transport }

type secondGetter second

func (g secondGetter) get() *http.Transport { return g.t }

type getter interface{ get() *http.Transport }

func tuned() {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var g getter = firstGetter(first{t})
	g.get().IdleConnTimeout = time.Minute
}

func kept() {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	var g getter = secondGetter(second{t})
	println(g.get().MaxIdleConns)
}

// Conversions of what is no struct say nothing of structs.
func percent(part, all int) float64 { return 100 * float64(part) / float64(all) }

// These two are converted to each other, the third is not.
type (
	one   struct{ t *http.Transport }
	other struct{ t *http.Transport }
	third struct{ t *http.Transport }
)

func (o one) swap() other { return other(o) }
func (o other) swap() one { return one(o) }
func (o one) tune()       { o.t.IdleConnTimeout = time.Minute }
func (o third) max() int  { return o.t.MaxIdleConns }

type sizer interface{ max() int }

func swapped(v any) {
	switch v := v.(type) {
	case one:
		v.tune()
	case sizer:
		println(v.max())
	}
}

func swap() {
	swapped(other{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}.swap()) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	swapped(third{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}})        // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

type left struct{ t *http.Transport }

type right struct{ t *http.Transport }

type either struct{ t *http.Transport }

func converted() {
	l := left{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}  // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	r := right{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 20}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for _, v := range []any{either(l), either(r)} {
		v.(either).t.IdleConnTimeout = time.Minute
	}
}
