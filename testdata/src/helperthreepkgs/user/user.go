// Package user makes transports that are configured two packages away.
package user

import (
	"net/http"

	"helperthreepkgs/base"
	"helperthreepkgs/middle"
	"helperthreepkgs/relay"
)

func configured() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	relay.Configure(t)
	return t
}

func inspected() http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	relay.Inspect(t)
	return t
}

// The helper is in a variable that any package may set: what it does is not known.
func variable() http.RoundTripper {
	t := &http.Transport{}
	middle.SetIdle(t)
	return t
}

// A generic function of a package that knows nothing of transports calls a helper that sets every field.
func generic() http.RoundTripper {
	return middle.Pass(&http.Transport{}, base.SetAll)
}
