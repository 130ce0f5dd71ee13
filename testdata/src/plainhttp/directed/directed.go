// Package directed sends by a proxy for one host elsewhere. It is a package of its own, since all Directors of a package count for each such proxy.
package directed

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

func directedToHTTPS(host string) http.Handler {
	to, _ := url.Parse("http://" + host)
	p := httputil.NewSingleHostReverseProxy(to)
	p.Director = func(r *http.Request) { r.URL.Scheme, r.URL.Host = "https", host }
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return p
}
