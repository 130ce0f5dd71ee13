package singlehost

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// The Director that was there is called first.
func previous(host string) http.Handler {
	to, _ := url.Parse("http://" + host)
	p := httputil.NewSingleHostReverseProxy(to)
	director := p.Director
	p.Director = func(r *http.Request) {
		director(r)
		r.Host = host
	}
	p.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost`
	return p
}

type proxies struct{ host string }

func (p *proxies) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.proxy().ServeHTTP(w, r)
}

func (p *proxies) proxy() *httputil.ReverseProxy {
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: p.host})
	d := proxy.Director
	proxy.Director = func(r *http.Request) {
		r.Header.Set("X-Forwarded-Host", r.Host)
		d(r)
	}
	proxy.Transport = &http.Transport{IdleConnTimeout: time.Second} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost`
	return proxy
}
