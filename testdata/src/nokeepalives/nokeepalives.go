// Package nokeepalives sets DisableKeepAlives: without idle connections, what limits them cannot matter.
package nokeepalives

import (
	"flag"
	"net/http"
	"time"
)

var Off = &http.Transport{DisableKeepAlives: true} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`

var On = &http.Transport{DisableKeepAlives: false} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

const never = true

var Constant = &http.Transport{DisableKeepAlives: never, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\)(;|$)`

var NotConstant = &http.Transport{DisableKeepAlives: !never} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// From a variable: for one of its values connections are kept.
func fromParameter(keep bool) http.RoundTripper {
	return &http.Transport{DisableKeepAlives: !keep} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

var off = flag.Bool("no-keep-alives", false, "")

func fromFlag() http.RoundTripper {
	t := &http.Transport{TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	t.DisableKeepAlives = *off
	return t
}

func later() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	t.DisableKeepAlives = true
	return t
}

// Under a condition they are off for some, as from a variable.
func conditional(once bool) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if once {
		t.DisableKeepAlives = true
	}
	return t
}

func helper(t *http.Transport) { t.DisableKeepAlives = true }

func helped() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	helper(t)
	return t
}

func offInHelper(t *http.Transport) { t.DisableKeepAlives = false }

func turnedOn() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	offInHelper(t)
	return t
}

// Who asks whether they are off turns nothing off.
func asked(url string) (*http.Response, error) {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if !t.DisableKeepAlives {
		println("keep-alives are on")
	}
	return (&http.Client{Transport: t}).Get(url)
}

// Either way they are off.
func bothWays(once bool) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if once {
		t.DisableKeepAlives, t.MaxIdleConns = true, 1
	} else {
		t.DisableKeepAlives = true
	}
	return t
}
