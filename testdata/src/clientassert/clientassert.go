// Package clientassert sets fields behind the interface in http.Client.
package clientassert

import (
	"net/http"
	"time"
)

func assert() *http.Client {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	client.Transport.(*http.Transport).IdleConnTimeout = time.Minute
	return client
}

func commaOK() *http.Client {
	client := http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	if t, ok := client.Transport.(*http.Transport); ok {
		t.IdleConnTimeout = time.Minute
	}
	return &client
}

// The assertion is made on another client.
func other(given *http.Client) *http.Client {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	given.Transport.(*http.Transport).IdleConnTimeout = time.Minute
	return client
}

var shared = &http.Client{
	Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}, // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func init() {
	shared.Transport.(*http.Transport).IdleConnTimeout = time.Minute
}

type api struct {
	client *http.Client
}

func newAPI() *api {
	return &api{client: &http.Client{Transport: &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
}

func (a *api) setIdle(d time.Duration) {
	t, ok := a.client.Transport.(*http.Transport)
	if !ok {
		return
	}
	t.IdleConnTimeout = d
}

// The transport goes in later.
func later() *http.Client {
	client := new(http.Client)
	client.Transport = &http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	client.Transport.(*http.Transport).IdleConnTimeout = time.Minute
	return client
}
