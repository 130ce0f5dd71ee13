// Package user makes transports that packages tune which do not name their type.
package user

import (
	"net/http"
	"time"

	"forwarded/options"
	"forwarded/through"
	"forwarded/tune"
)

func near() *options.Options {
	o := &options.Options{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	tune.Tune(o)
	return o
}

func far() *options.Options {
	o := &options.Options{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	through.Tune(o)
	return o
}

func callback() *http.Transport {
	t := &http.Transport{} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	tune.Each(func(t *http.Transport) { t.IdleConnTimeout = time.Minute }, t)
	return t
}

func untouched() *options.Options {
	return &options.Options{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
