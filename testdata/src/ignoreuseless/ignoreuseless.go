// Package ignoreuseless has directives that silence nothing, and are reported for it.
package ignoreuseless

import (
	"net"
	"net/http"
	"time"
)

func complete() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore transport once it had no limits
	return &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
}

func completedLater(addr string) (net.Conn, error) {
	// want +1 `^directive: `
	d := net.Dialer{} //transportlint:ignore dialer its limit is set below
	d.Timeout = 5 * time.Second
	return d.Dial("tcp", addr)
}

func wrongRule() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore dialer talks to localhost
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func misspelled() http.RoundTripper {
	// want +1 `^directive: `
	//transportlint:ignore transprot talks to localhost
	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

func tooFarAway() http.RoundTripper {
	// want +1 `^directive: //transportlint:ignore transport is for line 44, and the finding is on line 45; move it there$`
	//transportlint:ignore transport talks to localhost

	return &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// The diagnostic stands where the literal begins.
func atItsEnd() http.RoundTripper {
	return &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		MaxIdleConns: 100,
		// want +1 `^directive: .* is for line 53, and the finding is on line 50; move it there$`
	} //transportlint:ignore transport talks to localhost
}

// What people write that is nearly right.
func nearly() []http.RoundTripper {
	return []http.RoundTripper{
		// want +1 `^directive: //transportlint:ingore silences nothing; write //transportlint:ignore$`
		//transportlint:ingore transport talks to localhost
		&http.Transport{}, // want `^transport: `
		// want +1 `^directive: //transportlint:ignore transport, leak has a space after the comma, so leak is part of the reason; write transport,leak$`
		//transportlint:ignore transport, leak talks to localhost
		&http.Transport{},
		// want +1 `^directive: //transportlint:ignore each names no rule, so it silences nothing; the rule comes first, then the reason, as in //transportlint:ignore transport each ...$`
		//transportlint:ignore each image has its own
		&http.Transport{}, // want `^transport: `
	}
}

func noCode() {
	// want +1 `^directive: `
	//transportlint:ignore transport the transport has moved to another file
}

// A rule that is switched off cannot show that the directive is useless.
var client = http.Client{} //transportlint:ignore client streams

func useful() http.RoundTripper {
	//transportlint:ignore transport talks to localhost
	return &http.Transport{}
}
