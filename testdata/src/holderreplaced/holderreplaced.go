// Package holderreplaced stores structs with transports over others.
package holderreplaced

import (
	"net/http"
	"time"
)

type holder struct{ t *http.Transport }

func set(t *http.Transport) {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
}

func (h *holder) reset() {
	*h = holder{t: &http.Transport{}}
}

func byPointer() {
	var h holder
	p := &h
	*p = holder{t: &http.Transport{}}
	set(h.t)
}

func byMethod() {
	h := new(holder)
	h.reset()
	set(h.t)
}

func inArray() {
	var two [2]holder
	two[1].t = &http.Transport{}
	set(two[1].t)
}

func left() *holder {
	h := new(holder)
	*h = holder{t: &http.Transport{MaxIdleConns: 100}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return h
}
