// Package lookalike uses types that only share a name with those of net/http: types are told apart by identity.
package lookalike

import (
	nethttp "net/http"

	"lookalike/http"
)

type Dialer struct{ Timeout int }

var (
	Transport = &http.Transport{}
	Client    = http.Client{Transport: &http.Transport{}}
	New       = new(http.Transport)
	Loose     = Dialer{}
	Real      = &nethttp.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
)

// gauge is no context.
type gauge interface{ Value(float64) }

func report(g gauge) { g.Value(float64(Real.MaxIdleConns)) }
