// Package nestedclient hands literals straight to what uses them: a client, a reverse proxy, a struct.
package nestedclient

import (
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

var Client = &http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

// The diagnostic stands where the transport's literal begins, not the client's.
var Spread = http.Client{
	Timeout: 10 * time.Second,
	Transport: &http.Transport{ // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		TLSHandshakeTimeout: 5 * time.Second,
	},
}

var Full = &http.Client{
	Transport: &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	},
}

// No transport of its own: the default one has limits.
var Default = &http.Client{}

func proxy(target *url.URL) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 100}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	}
}

func singleHost(target *url.URL) http.Handler {
	p := httputil.NewSingleHostReverseProxy(target)
	p.Transport = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return p
}

func tunedHost(target *url.URL) http.Handler {
	p := httputil.NewSingleHostReverseProxy(target)
	p.Transport = &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        100,
		MaxIdleConnsPerHost: 100,
		IdleConnTimeout:     30 * time.Second,
	}
	return p
}

type api struct {
	http *http.Client
	base string
}

func newAPI() *api {
	return &api{
		base: "https://example.com",
		http: &http.Client{
			Transport: &http.Transport{}, // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
		},
	}
}
