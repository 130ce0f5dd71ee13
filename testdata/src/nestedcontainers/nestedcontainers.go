// Package nestedcontainers puts transports into containers by way of the containers around them.
package nestedcontainers

import (
	"net/http"
	"time"

	"nestedcontainers/shared"
)

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func maps() {
	byHost := map[string]map[string]*http.Transport{}
	inner := map[string]*http.Transport{}
	byHost["a"] = inner
	byHost["a"]["b"] = &http.Transport{}
	set(inner["b"])
}

func slices() {
	row := make([]*http.Transport, 1)
	rows := [][]*http.Transport{row}
	rows[0][0] = &http.Transport{}
	set(row[0])
}

func appended() {
	row := make([]*http.Transport, 1)
	var rows [][]*http.Transport
	rows = append(rows, row)
	rows[0][0] = &http.Transport{}
	set(row[0])
}

func channels() {
	row := make([]*http.Transport, 1)
	rows := make(chan []*http.Transport, 1)
	rows <- row
	(<-rows)[0] = &http.Transport{}
	set(row[0])
}

func pointers() {
	var t *http.Transport
	targets := []**http.Transport{&t}
	*targets[0] = &http.Transport{}
	set(t)
}

func interfaces() {
	row := make([]*http.Transport, 1)
	var v any = row
	v.([]*http.Transport)[0] = &http.Transport{}
	set(row[0])
}

type pool struct{ list []http.Transport }

// An element of a field that is replaced is not the one that replaces it.
func replaced() *pool {
	p := &pool{list: []http.Transport{{}}}
	*(&p.list[0]) = http.Transport{MaxIdleConns: 100} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return p
}

type rack struct{ byHost map[string][]*http.Transport }

func (r *rack) fields() {
	row := make([]*http.Transport, 1)
	r.byHost["a"] = row
	r.byHost["a"][0] = &http.Transport{}
	set(row[0])
}

func variables() {
	row := make([]*http.Transport, 1)
	shared.ByHost["a"] = row
	shared.ByHost["a"][0] = &http.Transport{}
	set(row[0])
}

func received(racks chan map[string][]*http.Transport) {
	row := make([]*http.Transport, 1)
	(<-racks)["a"] = row
	(<-racks)["a"][0] = &http.Transport{}
	set(row[0])
}
