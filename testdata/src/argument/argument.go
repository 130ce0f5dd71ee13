// Package argument passes a new value to a function that does not configure it.
package argument

import (
	"net"
	"net/http"
	"time"
)

// install keeps the transport and sets nothing in it.
func install(c *http.Client, t *http.Transport) {
	c.Transport = t
}

// count only reads.
func count(t *http.Transport) int {
	return t.MaxIdleConns + t.MaxIdleConnsPerHost
}

func dialWith(d *net.Dialer, addr string) (net.Conn, error) {
	return d.Dial("tcp", addr)
}

func use(c *http.Client, addr string) int {
	install(c, &http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	install(c, &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	})
	_, _ = dialWith(&net.Dialer{}, addr) // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	_, _ = dialWith(&net.Dialer{Timeout: time.Second}, addr)
	return count(&http.Transport{MaxIdleConns: 100}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
