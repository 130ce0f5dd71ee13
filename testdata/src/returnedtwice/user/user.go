// Package user sets fields of one result and uses another, which is the same value.
package user

import (
	"net/http"
	"time"

	"returnedtwice/pair"
)

func setFirst() *http.Client {
	a, b := pair.Both(&http.Transport{}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	a.IdleConnTimeout = time.Minute
	return &http.Client{Transport: b}
}

func setSecond() *http.Client {
	a, b := pair.Both(&http.Transport{}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	b.IdleConnTimeout = time.Minute
	return &http.Client{Transport: a}
}

func setEach() *http.Client {
	a, b := pair.Both(&http.Transport{}) // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	a.IdleConnTimeout = time.Minute
	b.TLSHandshakeTimeout = time.Second
	return &http.Client{Transport: b}
}

func setBehindInterface() http.RoundTripper {
	rt, t, _ := pair.As(&http.Transport{}) // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	t.IdleConnTimeout = time.Minute
	return rt
}

func ignored() *http.Client {
	a, _ := pair.Both(&http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return &http.Client{Transport: a}
}

// Each of two values comes back in one place only.
func swapped() (http.RoundTripper, http.RoundTripper) {
	one := &http.Transport{}                       // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	two := &http.Transport{TLSHandshakeTimeout: 1} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	a, b := pair.Swap(one, two)
	b.IdleConnTimeout = time.Minute
	return a, b
}
