// Package ignore silences diagnostics with a directive and a reason.
package ignore

import (
	"net"
	"net/http"
	"time"
)

var SameLine = &http.Transport{} //transportlint:ignore transport talks to localhost, once

//transportlint:ignore transport the process ends after one request
var LineAbove = &http.Transport{}

// Documented has a comment besides the directive.
//
//transportlint:ignore transport the process ends after one request
var Documented = &http.Transport{
	MaxIdleConns: 100,
}

var NotIgnored = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// A directive behind code is about its own line, not about the next.
func neighbours() []http.RoundTripper {
	a := &http.Transport{} //transportlint:ignore transport talks to localhost
	b := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return []http.RoundTripper{a, b}
}

// The directive belongs where the diagnostic stands: at the transport, not at the client.
func nested() *http.Client {
	return &http.Client{
		//transportlint:ignore transport talks to localhost
		Transport: &http.Transport{
			MaxIdleConns: 100,
		},
	}
}

func severalRules() http.RoundTripper {
	//transportlint:ignore transport,dialer talks to localhost
	return &http.Transport{DialContext: (&net.Dialer{}).DialContext}
}

// The other rule on the line goes on.
func oneOfTwo() http.RoundTripper {
	return &http.Transport{DialContext: (&net.Dialer{}).DialContext} //transportlint:ignore transport localhost // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
}

// One of the rules has nothing to silence.
func oneOfTwoUsed(addr string) (net.Conn, error) {
	// want +1 `^directive: //transportlint:ignore transport silences nothing here; remove it$`
	d := &net.Dialer{} //transportlint:ignore transport,dialer the kernel's limit is right here
	return d.Dial("tcp", addr)
}

// A reason may take more than a line, and rules may have reasons of their own.
func wrapped() http.RoundTripper {
	//transportlint:ignore transport talks to localhost, where
	// nothing is ever slow, and ends after one request
	return &http.Transport{}
}

func reasons() http.RoundTripper {
	//transportlint:ignore transport talks to localhost
	//transportlint:ignore dialer the kernel's limit is right here
	return &http.Transport{DialContext: (&net.Dialer{}).DialContext}
}

func variable() http.RoundTripper {
	var t http.Transport //transportlint:ignore transport talks to localhost
	return &t
}

type embedding struct {
	//transportlint:ignore dialer talks to localhost
	net.Dialer
	retries int
}

func (e *embedding) open(addr string) (net.Conn, error) { return e.Dial("tcp", addr) }

// Rules of other tools, and of drivers, do nothing here.
func otherTools() []http.RoundTripper {
	return []http.RoundTripper{
		&http.Transport{IdleConnTimeout: time.Second}, //nolint:transportlint // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		&http.Transport{IdleConnTimeout: time.Second}, //lint:ignore transport localhost // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		&http.Transport{IdleConnTimeout: time.Second}, // transportlint:ignore transport a space makes it a comment like any other // want `directive: // transportlint:ignore has a space after the slashes, so it silences nothing; write //transportlint:ignore` `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	}
}

// Prose is left alone:
// transportlint:ignore comments are read from the syntax tree.
func prose() {}
