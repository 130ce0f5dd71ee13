// Package handler makes a transport for each request that it serves.
package handler

import (
	"crypto/tls"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

type server struct {
	client *http.Client
	config *tls.Config
}

func (s *server) fetch(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: s.config}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	resp, err := client.Get("https://example.com")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	io.Copy(w, resp.Body)
}

func (s *server) proxy(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse("https://example.com")
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.Transport = &http.Transport{TLSClientConfig: s.config} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	proxy.ServeHTTP(w, r)
}

func (s *server) roundTrip(w http.ResponseWriter, r *http.Request) {
	var transport http.Transport // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	resp, err := transport.RoundTrip(r)
	if err == nil {
		resp.Body.Close()
	}
}

// A transport that is kept is made once.
func (s *server) lazy(w http.ResponseWriter, r *http.Request) {
	if s.client == nil {
		s.client = &http.Client{Transport: &http.Transport{TLSClientConfig: s.config}}
	}
	s.client.Get("https://example.com")
}

// What is kept by a function that is kept is made once for each of these.
func proxyTo(target *url.URL, config *tls.Config) http.HandlerFunc {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: config}}
	return func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Get(target.String())
		if err == nil {
			resp.Body.Close()
		}
	}
}

func (s *server) withoutKeepAlives(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: s.config, DisableKeepAlives: true}}
	client.Get("https://example.com")
}

// Its connections are closed soon.
func (s *server) short(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: s.config, IdleConnTimeout: 5 * time.Second}}
	client.Get("https://example.com")
}

func (s *server) routes(mux *http.ServeMux) {
	mux.HandleFunc("/fetch", s.fetch)
	mux.HandleFunc("/proxy", s.proxy)
	mux.HandleFunc("/trip", s.roundTrip)
	mux.HandleFunc("/lazy", s.lazy)
	mux.HandleFunc("/off", s.withoutKeepAlives)
	mux.HandleFunc("/short", s.short)
	mux.HandleFunc("/literal", func(w http.ResponseWriter, r *http.Request) {
		tr := &http.Transport{} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
		c := http.Client{Transport: tr}
		c.Head("https://example.com")
	})
}
