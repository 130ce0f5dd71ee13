// Command defaultretuned replaces the default transport, and completes it where it now is.
package main

import (
	"net/http"
	"time"
)

func init() {
	http.DefaultTransport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	http.DefaultTransport.(*http.Transport).IdleConnTimeout = time.Minute
}

func main() {
	_, _ = http.Get("https://example.com")
}
