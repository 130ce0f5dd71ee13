// Package nestedcontainer stores values in places that lead through more than one container, pointer or call.
package nestedcontainer

import (
	"net"
	"sync/atomic"
	"time"
)

func mapOfMaps() {
	m := map[string]map[string]*net.Dialer{"a": {}}
	m["a"]["b"] = &net.Dialer{}
	for _, inner := range m {
		for _, d := range inner {
			d.Timeout = time.Second
		}
	}
}

func arrayOfArrays() {
	var a [2][2]*net.Dialer
	a[0][1] = &net.Dialer{}
	for _, row := range a {
		row[1].Timeout = time.Second
	}
}

func pointerToSlice(list *[]*net.Dialer) {
	(*list)[0] = &net.Dialer{}
	for _, d := range *list {
		d.Timeout = time.Second
	}
}

var registered = map[string]*net.Dialer{}

func registry() map[string]*net.Dialer { return registered }

func result() {
	registry()["a"] = &net.Dialer{}
	registered["a"].Timeout = time.Second
}

func copied() {
	from := []*net.Dialer{{}}
	to := make([]*net.Dialer, 2)
	copy(to[1:], from)
	to[1].Timeout = time.Second
}

// The structs come into being with the slice.
type conn struct{ d *net.Dialer }

func structs() {
	conns := make([]conn, 2)
	conns[0].d = &net.Dialer{}
	for _, c := range conns {
		c.d.Timeout = time.Second
	}
}

func pointers() {
	var p atomic.Pointer[net.Dialer]
	(&p).Store(&net.Dialer{})
	p.Load().Timeout = time.Second
}

// A slice that is stored in the map after it was found there.
func byHost(m map[string][]*net.Dialer) {
	for _, list := range m {
		list[0] = &net.Dialer{}
	}
	for _, d := range m["localhost"] {
		d.Timeout = time.Second
	}
}

func received(lists chan []*net.Dialer) {
	lists <- []*net.Dialer{{}}
	for list := range lists {
		list[0].Timeout = time.Second
	}
}

type hosts struct {
	byName map[string]map[string]*net.Dialer
}

func (h *hosts) fill() {
	h.byName["a"]["b"] = &net.Dialer{}
	for _, d := range h.byName["a"] {
		d.Timeout = time.Second
	}
}

func behindPointer(m *map[string][]*net.Dialer) {
	(*m)["a"][0] = &net.Dialer{}
	for _, d := range (*m)["a"] {
		d.Timeout = time.Second
	}
}

func inPart(lists [][]*net.Dialer) {
	lists[1:][0][0] = &net.Dialer{}
	for _, list := range lists {
		list[0].Timeout = time.Second
	}
}

func behindInterface(v any) {
	v.(map[string][]*net.Dialer)["a"][0] = &net.Dialer{}
	for _, d := range v.(map[string][]*net.Dialer)["a"] {
		d.Timeout = time.Second
	}
}

// Another place.
func never() map[string]map[string]*net.Dialer {
	m, n := map[string]map[string]*net.Dialer{"a": {}}, map[string]map[string]*net.Dialer{}
	m["a"]["b"] = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	for _, d := range n["a"] {
		d.Timeout = time.Second
	}
	return m
}
