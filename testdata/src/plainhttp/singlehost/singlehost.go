// Package singlehost has proxies from httputil.NewSingleHostReverseProxy.
package singlehost

import (
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

func singleHost(host string) (http.Handler, error) {
	to, err := url.Parse(fmt.Sprintf("http://%s/v1", host))
	if err != nil {
		return nil, err
	}
	p := httputil.NewSingleHostReverseProxy(to)
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost`
	return p, nil
}

// A Director that says nothing of the scheme changes none.
func ownHost(host string) http.Handler {
	to, _ := url.Parse("http://" + host)
	p := httputil.NewSingleHostReverseProxy(to)
	p.Director = func(r *http.Request) { r.Host = host }
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost`
	return p
}

func singleHTTPS(host string) http.Handler {
	to, _ := url.Parse("https://" + host)
	p := httputil.NewSingleHostReverseProxy(to)
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return p
}

func maybeHTTPS(host string, secure bool) http.Handler {
	to, _ := url.Parse("http://" + host)
	if secure {
		to.Scheme = "https"
	}
	p := httputil.NewSingleHostReverseProxy(to)
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	return p
}
