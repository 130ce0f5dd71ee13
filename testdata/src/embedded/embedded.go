// Package embedded embeds transports and dialers, by value and by pointer.
package embedded

import (
	"net"
	"net/http"
	"time"
)

type plain struct {
	http.Transport // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	name           string
}

func newPlain(name string) *plain {
	return &plain{name: name}
}

// full is filled through the promoted fields.
type full struct {
	http.Transport
	name string
}

func newFull(name string) *full {
	f := &full{name: name}
	f.IdleConnTimeout = 30 * time.Second
	f.MaxIdleConns = 100
	f.MaxIdleConnsPerHost = 100
	f.TLSHandshakeTimeout = 5 * time.Second
	f.Transport.DialContext = (&net.Dialer{Timeout: 5 * time.Second}).DialContext
	return f
}

// pointer holds what somebody else made.
type pointer struct {
	*http.Transport
	name string
}

func newPointer() *pointer {
	return &pointer{Transport: &http.Transport{MaxIdleConns: 100}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

type tuned struct {
	*http.Transport
}

func newTuned() *tuned {
	t := &tuned{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.IdleConnTimeout = 30 * time.Second
	return t
}

func newNil() *pointer {
	return &pointer{name: "none"} // the pointer is nil: no transport
}

// A pointer type with a name leads on to what is embedded as well.
type node *branch

type branch struct{ leaf }

type leaf struct{ tr *http.Transport }

func grow() node {
	var n node = &branch{leaf{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	n.tr.IdleConnTimeout = time.Minute
	return n
}
