// Package user gets values back from another package's generic helpers.
package user

import (
	"net"
	"time"

	"genericotherpkg/lib"
)

func fromMap() {
	m := map[string]*net.Dialer{"a": {}}
	lib.Any(m).Timeout = time.Second
}

func fromChannel(c chan *net.Dialer) {
	c <- &net.Dialer{}
	lib.Receive(c).Timeout = time.Second
}

func fromArray() {
	a := [2]*net.Dialer{{}, {}}
	lib.Last(a).Timeout = time.Second
}

func fromNone() [2]*net.Dialer {
	a := [2]*net.Dialer{nil, {}} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	lib.Zero(a)
	return a
}

type holder struct{ d *net.Dialer }

func (h *holder) dialer() *net.Dialer { return h.d }

type provider interface{ dialer() *net.Dialer }

// The method gets its receiver in the other package.
func bound() {
	lib.Bind((*holder).dialer, &holder{&net.Dialer{}})().Timeout = time.Second
}

func boundInterface() net.Conn {
	var p provider = &holder{&net.Dialer{Timeout: time.Second}}
	conn, _ := lib.Bind(provider.dialer, p)().Dial("tcp", "")
	return conn
}

func fromSeq() {
	d := &net.Dialer{}
	s := lib.Seq[*net.Dialer](func(yield func(*net.Dialer) bool) { yield(d) })
	s.First().KeepAlive = time.Second
	d.Timeout = time.Second
}
