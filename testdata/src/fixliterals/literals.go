package fixliterals

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var whole = &http.Transport{} // want `IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost`

var spread = &http.Transport{ // want `transport`
}

// One line stays one line while it fits.
func short() http.RoundTripper {
	return &http.Transport{DisableKeepAlives: true, DialContext: dial} // want `TLSHandshakeTimeout`
}

func long(cfg *tls.Config) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}} // want `transport`
}

func stacked() *http.Transport {
	return &http.Transport{ // want `transport`
		MaxIdleConns:          10,
		ResponseHeaderTimeout: time.Second,
		DialContext:           dial,
	}
}

func commented(cfg *tls.Config) *http.Transport {
	t := &http.Transport{ // want `transport`
		// Certificates of our own.
		TLSClientConfig: cfg,
		MaxIdleConns:    10, // a process
		/* DialContext: dial, */

		// Nothing more for now.
	}
	return t
}

func hugging() *http.Transport {
	return &http.Transport{TLSClientConfig: &tls.Config{ // want `transport`
		MinVersion: tls.VersionTLS13,
	}}
}

func closing() *http.Transport {
	return &http.Transport{ // want `transport`
		MaxIdleConns: 10,
		DialContext:  dial}
}

func pairs() *http.Transport {
	return &http.Transport{ // want `transport`
		MaxIdleConns: 10, MaxIdleConnsPerHost: 10,
		DialContext: dial,
	}
}

func elided() ([]*http.Transport, map[string]http.Transport) {
	return []*http.Transport{
			{}, // want `transport`
			{DisableKeepAlives: true, Dial: plainDial}, // want `transport`
		}, map[string]http.Transport{
			"a": {MaxIdleConns: 1}, // want `transport`
		}
}

// The dialer is no reason to lose HTTP/2, but HTTP/2 that is off already stays off.
func http2(cfg *tls.Config) []http.RoundTripper {
	return []http.RoundTripper{
		&http.Transport{MaxIdleConns: 1},                                                                       // want `transport`
		&http.Transport{MaxIdleConns: 1, TLSClientConfig: cfg},                                                 // want `transport`
		&http.Transport{MaxIdleConns: 1, ForceAttemptHTTP2: false},                                             // want `transport`
		&http.Transport{MaxIdleConns: 1, TLSNextProto: nil},                                                    // want `transport`
		&http.Transport{MaxIdleConns: 1, TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}}, // want `transport`
	}
}

// A hundred would be fewer than were asked for.
func above(n int) []http.RoundTripper {
	return []http.RoundTripper{
		&http.Transport{MaxIdleConnsPerHost: 200, TLSHandshakeTimeout: 5, Dial: plainDial}, // want `does not set IdleConnTimeout \([^)]*\)(;|$)`
		&http.Transport{MaxIdleConnsPerHost: n, TLSHandshakeTimeout: 5, Dial: plainDial},   // want `does not set IdleConnTimeout \([^)]*\)(;|$)`
		&http.Transport{MaxIdleConnsPerHost: 50, TLSHandshakeTimeout: 5, Dial: plainDial},  // want `does not set IdleConnTimeout \([^)]*\)(;|$)`
	}
}

func setLater() *http.Transport {
	t := &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 1} // want `does not set IdleConnTimeout \([^)]*\) and TLSHandshakeTimeout \([^)]*\)(;|$)`
	t.DialContext = dial
	return t
}

func dial(ctx context.Context, network, addr string) (net.Conn, error) {
	d := &net.Dialer{Timeout: time.Second}
	return d.DialContext(ctx, network, addr)
}

func plainDial(network, addr string) (net.Conn, error) {
	return dial(context.Background(), network, addr)
}
