// Package circles has interfaces that lead in circles, a function that always calls itself, labels, shadows and blank names.
package circles

import (
	"net"
	"net/http"
	"strings"
	"time"
)

type a interface{ b() bb }
type bb interface{ a() a }
type impl struct {
	impl2 *impl2
	t     *http.Transport
}
type impl2 struct{ *impl }

func (*impl2) a() a   { return (*impl)(nil) }
func (i *impl) b() bb { return i.impl2 }

type _ struct{ http.Transport }

var _, _ = &http.Transport{}, http.Transport{}

func _()        { _ = http.Transport{} }
func init()     { use(nil) }
func init()     { var http = 1; _ = http }
func (impl) _() {}
func f(_ *http.Transport, _ ...http.Transport) (_ http.Transport, _ *http.Transport) {
	type http = impl
	goto end
end:
	for {
		select {}
	}
}
func g() (t http.Transport) {
	defer func() { t = *(*http.Transport)(nil) }()
	panic(new(http.Transport).RegisterProtocol)
}
func h(f func(int) (int, *http.Transport)) {
	k := func(int, *http.Transport) {}
	k(f(1))
	new(http.Transport).CloseIdleConnections()
	(&http.Transport{}).Clone().Clone().CloseIdleConnections()
	(*http.Transport).CloseIdleConnections(&http.Transport{})
	func() *http.Transport { return &http.Transport{} }().IdleConnTimeout++
	map[string]*http.Transport{"": {}}[""].MaxIdleConns |= 1
	[]func(){0: func() { use(&http.Transport{}) }}[0]()
	println(&http.Transport{} == nil, struct{ t *http.Transport }{} == struct{ t *http.Transport }{&http.Transport{}})
	var arr [3][3]http.Transport
	for i, row := range arr {
		for j := range row {
			use(&arr[i][j])
		}
	}
	for range arr {
	}
	clear(map[int]http.Transport{0: {}})
	copy([]http.Transport{{}}, arr[0][:])
	delete(map[*http.Transport]int{{}: 1}, &http.Transport{})
	switch x := any(&http.Transport{}).(type) {
	case nil, error:
		_ = x
	case interface{ Clone() *http.Transport }:
		use(x.Clone())
	}
}

// CloseIdleConnections is nobody's method.
func CloseIdleConnections() { CloseIdleConnections() }

func two() (string, string) { return "", "" }

func spread(network string) (net.Conn, error) {
	if strings.HasPrefix(two()) {
		return net.Dial(two())
	}
	return nil, nil
}

func use(t *http.Transport) { t.IdleConnTimeout = time.Minute }

var _ = time.Second

func closes(t *http.Transport) { t.CloseIdleConnections(); closes(t) }
