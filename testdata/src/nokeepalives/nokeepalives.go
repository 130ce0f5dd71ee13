// Package nokeepalives sets DisableKeepAlives: without idle connections, what limits them cannot matter.
package nokeepalives

import (
	"flag"
	"net/http"
	"time"
)

var Off = &http.Transport{DisableKeepAlives: true} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`

var On = &http.Transport{DisableKeepAlives: false} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`

const never = true

var Constant = &http.Transport{DisableKeepAlives: never, TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport leaves DialContext unset \(`

var NotConstant = &http.Transport{DisableKeepAlives: !never} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`

// From a variable: for one of its values connections are kept.
func fromParameter(keep bool) http.RoundTripper {
	return &http.Transport{DisableKeepAlives: !keep} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
}

var off = flag.Bool("no-keep-alives", false, "")

func fromFlag() http.RoundTripper {
	t := &http.Transport{TLSHandshakeTimeout: time.Second} // want `^transport: http.Transport leaves IdleConnTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	t.DisableKeepAlives = *off
	return t
}

func later() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	t.DisableKeepAlives = true
	return t
}

func conditional(once bool) http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	if once {
		t.DisableKeepAlives = true
	}
	return t
}

func helper(t *http.Transport) { t.DisableKeepAlives = true }

func helped() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport leaves TLSHandshakeTimeout and DialContext unset \(`
	helper(t)
	return t
}

func offInHelper(t *http.Transport) { t.DisableKeepAlives = false }

func turnedOn() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	offInHelper(t)
	return t
}

// Who asks whether they are off turns nothing off.
func asked(url string) (*http.Response, error) {
	t := &http.Transport{} // want `^transport: http.Transport leaves IdleConnTimeout, TLSHandshakeTimeout, DialContext and MaxIdleConnsPerHost unset \(`
	if !t.DisableKeepAlives {
		println("keep-alives are on")
	}
	return (&http.Client{Transport: t}).Get(url)
}
