// Package plainhttp has transports that never see TLS: a handshake's timeout does not matter.
package plainhttp

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"time"
)

const metadata = "http://169.254.169.254/latest/"

func dialer() *net.Dialer { return &net.Dialer{Timeout: time.Second} }

// Metadata asks one server by a constant.
func Metadata(path string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
	return c.Get(metadata + path)
}

// Request makes its requests by hand.
func Request(ctx context.Context, host string) (*http.Response, error) {
	t := &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, fmt.Sprintf("http://%s/v1", host), nil)
	if err != nil {
		return nil, err
	}
	return t.RoundTrip(req)
}

// Either may be told to use TLS.
func Either(host string, secure bool) (*http.Response, error) {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return c.Get(scheme + "://" + host)
}

// Given gets whatever URL its caller likes.
func Given(url string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if _, err := c.Get(metadata); err != nil {
		return nil, err
	}
	return c.Get(url)
}

// Handed gives its client away.
func Handed() *http.Client {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	_, _ = c.Get(metadata)
	return c
}

// A node keeps a client to itself.
type node struct {
	client *http.Client
	base   string
}

func newNode(addr string) *node {
	return &node{
		client: &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}},
		base:   "http://" + addr,
	}
}

func (n *node) status() error {
	resp, err := n.client.Get(n.base + "/status")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Status asks a node.
func Status(addr string) error { return newNode(addr).status() }

// Proxy sends everything to a backend without TLS.
func Proxy(backend string) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			out := r.Out
			out.URL.Scheme = "http"
			out.URL.Host = backend
		},
		Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext, MaxIdleConnsPerHost: 8},
	}
}

// Forward sends it where the request wants to go.
func Forward() http.Handler {
	return &httputil.ReverseProxy{
		Director: func(r *http.Request) {
			r.URL.Scheme = "http"
			if r.TLS != nil {
				r.URL.Scheme = "https"
			}
		},
		Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext, MaxIdleConnsPerHost: 8}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	}
}

// Target has its backend as a URL.
func Target(host string) http.Handler {
	to := &url.URL{Scheme: "http", Host: host}
	return &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(to) },
		Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext, MaxIdleConnsPerHost: 8},
	}
}

// Clear speaks HTTP/2 without TLS, and nothing else.
func Clear() *http.Client {
	var p http.Protocols
	p.SetUnencryptedHTTP2(true)
	return &http.Client{Transport: &http.Transport{Protocols: &p, IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
}

// Mixed speaks both.
func Mixed() *http.Client {
	p := new(http.Protocols)
	p.SetUnencryptedHTTP2(true)
	p.SetHTTP2(true)
	return &http.Client{Transport: &http.Transport{Protocols: p, IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}

// Prefixed asks for too little: https begins with http, too.
func Prefixed(scheme, host string) (*http.Response, error) {
	if !strings.HasPrefix(scheme, "http") {
		return nil, http.ErrNotSupported
	}
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	return c.Do(&http.Request{URL: &url.URL{Scheme: scheme, Host: host}})
}

func request(url string, hops int) (*http.Request, error) {
	if hops > 0 {
		return request(url, hops-1)
	}
	return http.NewRequest(http.MethodGet, "http://localhost/"+url, nil)
}

// Hopped makes its request by a function that calls itself.
func Hopped(url string) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
	req, err := request(url, 3)
	if err != nil {
		return nil, err
	}
	return c.Do(req)
}

// Loop sends what it gets over http.
func Loop(r *http.Request) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}}
	r.URL.Scheme, r.URL.Host = "http", "localhost"
	return c.Do(r)
}

// Undecided may send it otherwise.
func Undecided(r *http.Request, secure bool) (*http.Response, error) {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	r.URL.Scheme = "http"
	if secure {
		r.URL.Scheme = "https"
	}
	return c.Do(r)
}

// Probe tries one after the other.
func Probe(host string) bool {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	host += "/status"
	for _, u := range []string{"http://" + host, "https://" + host} {
		if resp, err := c.Get(u); err == nil {
			return resp.Body.Close() == nil
		}
	}
	return false
}

// Formatted does the same by two formats.
func Formatted(host string) bool {
	c := &http.Client{Transport: &http.Transport{IdleConnTimeout: time.Second, DialContext: dialer().DialContext}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	secure := host + ":443"
	for _, u := range []string{fmt.Sprintf("http://%s/status", secure), fmt.Sprintf("https://%s/status", secure)} {
		if resp, err := c.Get(u); err == nil {
			return resp.Body.Close() == nil
		}
	}
	return false
}
