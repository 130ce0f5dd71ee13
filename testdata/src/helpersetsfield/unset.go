package helpersetsfield

import (
	"net"
	"net/http"
	"time"
)

// The helper sees another transport.
func other(t *http.Transport) *http.Client {
	own := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	harden(t)
	return &http.Client{Transport: own}
}

func log(t *http.Transport, prefix string) {
	println(prefix, t.MaxIdleConns)
}

// A helper that only reads.
func logged() *http.Client {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	log(t, "new transport")
	return &http.Client{Transport: t}
}

func bound(d *net.Dialer) { d.Timeout = 5 * time.Second }

func dial(addr string) (net.Conn, error) {
	d := &net.Dialer{KeepAlive: time.Minute}
	bound(d)
	return d.Dial("tcp", addr)
}
