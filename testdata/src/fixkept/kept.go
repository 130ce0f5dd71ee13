package fixkept

import (
	"crypto/tls"
	"net"
	"net/http"
	. "time"
)

// A directive stays on the line that it is about.
var insecure = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}} //nolint:gosec // want `transport`

// A config that may be nil leaves HTTP/2 on, which a dial function would turn off: that is left to the reader.
func mayBeNil(cfg *tls.Config) http.RoundTripper {
	return &http.Transport{TLSClientConfig: cfg, MaxIdleConns: 1} // want `transport`
}

func underIf(insecure bool) http.RoundTripper {
	t := &http.Transport{MaxIdleConns: 1} // want `transport`
	if insecure {
		t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	}
	return t
}

func off() http.RoundTripper {
	return &http.Transport{MaxIdleConns: 1, ForceAttemptHTTP2: false} // want `transport`
}

// What a dot import brings may be shadowed.
func shadowed() http.RoundTripper {
	const Second = 5
	return &http.Transport{MaxIdleConns: Second} // want `transport`
}

var _ = Millisecond

// The comment would be lost.
func commented(addr string) (net.Conn, error) {
	d := new( /* zero */ net.Dialer) // want `dialer`
	return d.Dial("tcp", addr)
}
