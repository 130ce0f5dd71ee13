package nestedcontainer

import (
	"net"
	"time"
)

// A container that is put into another is the same by both names.
func (h *hosts) inside() {
	in := map[string]*net.Dialer{}
	h.byName["a"] = in
	h.byName["a"]["b"] = &net.Dialer{}
	in["b"].Timeout = time.Second
}

func throughPointer() {
	m := map[string]map[string]*net.Dialer{}
	p, in := &m, map[string]*net.Dialer{}
	(*p)["a"] = in
	m["a"]["b"] = &net.Dialer{}
	in["b"].Timeout = time.Second
}

func throughPart() {
	lists, in := make([][]*net.Dialer, 2), make([]*net.Dialer, 1)
	lists[:1][0] = in
	lists[0][0] = &net.Dialer{}
	in[0].Timeout = time.Second
}

func throughInterface() {
	m := map[string]map[string]*net.Dialer{}
	var v any = m
	in := map[string]*net.Dialer{}
	v.(map[string]map[string]*net.Dialer)["a"] = in
	m["a"]["b"] = &net.Dialer{}
	in["b"].Timeout = time.Second
}

func threeDeep() {
	m := map[int]map[string]map[string]*net.Dialer{1: {}}
	in := map[string]*net.Dialer{}
	m[1]["a"] = in
	m[1]["a"]["b"] = &net.Dialer{}
	in["b"].Timeout = time.Second
}

func notInside() map[string]map[string]*net.Dialer {
	m := map[string]map[string]*net.Dialer{"a": {}}
	in := map[string]*net.Dialer{}
	m["a"]["b"] = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	if d, ok := in["b"]; ok {
		d.Timeout = time.Second
	}
	return m
}
