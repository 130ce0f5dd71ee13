// Package leavingbranches leaves branches and closures by other ways than their end.
package leavingbranches

import (
	"net/http"
	"time"
)

func set(t *http.Transport) bool {
	t.IdleConnTimeout, t.TLSHandshakeTimeout = time.Minute, time.Second
	t.MaxIdleConns, t.MaxIdleConnsPerHost = 100, 10
	t.DialContext = nil
	return true
}

func inSwitch(k int, fast bool) {
	var t *http.Transport
	switch k {
	case 1:
		t = &http.Transport{}
		if fast {
			break
		}
		t = &http.Transport{ForceAttemptHTTP2: true}
	default:
		t = &http.Transport{DisableCompression: true}
	}
	set(t)
}

func inSelect(ch chan *http.Transport) {
	t := &http.Transport{}
	select {
	case t = <-ch:
	default:
	}
	set(t)
}

func inRange(over []*http.Transport) {
	t := &http.Transport{}
	for _, t = range over {
		if t != nil {
			break
		}
	}
	set(t)
}

func inCondition(t *http.Transport) {
	for !set(t) {
		t = &http.Transport{}
	}
}

func inClosure(fast bool) *http.Transport {
	var t *http.Transport
	setup := func() {
		if fast {
			t = &http.Transport{ForceAttemptHTTP2: true}
		} else {
			t = &http.Transport{}
		}
	}
	setup()
	set(t)
	return t
}

func deferred() (t *http.Transport, err error) {
	defer func() {
		if err == nil {
			set(t)
		}
	}()
	return &http.Transport{}, nil
}

// The branch that returns does not lead to the store.
func returned(fast bool) *http.Transport {
	t := &http.Transport{}
	if fast {
		t = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		return t
	}
	set(t)
	return t
}
