// Package ignorewithoutreason has directives that say no reason: they silence nothing, and are reported themselves.
package ignorewithoutreason

import (
	"net"
	"net/http"
)

func lineAbove() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore transport
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func sameLine() http.RoundTripper {
	// want +1 `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)` `^directive: `
	return &http.Transport{} //transportlint:ignore transport
}

func severalRules(addr string) (net.Conn, error) {
	// want +1 `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)` `^directive: `
	d := net.Dialer{} //transportlint:ignore transport,dialer
	return d.Dial("tcp", addr)
}

func noRule() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Neither a reason nor anything to silence: reported once.
func nothing() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore transport
	return http.DefaultTransport
}

func withReason() http.RoundTripper {
	//transportlint:ignore transport talks to localhost
	return &http.Transport{}
}
