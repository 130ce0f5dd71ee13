// Package unseenany hands transports as any to functions that cannot be seen: one value may be filled, many are only looked at.
package unseenany

import (
	"net/http"

	"unseenany/lib"
)

type config struct{ Transport *http.Transport }

func decoded(data []byte) (*config, error) {
	c := &config{Transport: &http.Transport{}}
	err := lib.Decode(data, c)
	return c, err
}

func decodedStrict() (*config, error) {
	c := &config{Transport: &http.Transport{}}
	err := lib.DecodeStrict(c, "transport")
	return c, err
}

func logged() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	lib.Log("made", t)
	return t
}
