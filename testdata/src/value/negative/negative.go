// Package negative has limits below zero. Some of them are none, and some are over at once.
package negative

import (
	"crypto/tls"
	"net"
	"net/http"
	"time"
)

var handshake = &http.Transport{
	TLSHandshakeTimeout: -1, // want `^value: http.Transport sets TLSHandshakeTimeout to -1ns \(every TLS handshake fails at once\)$`
}

var all = &http.Transport{
	IdleConnTimeout:       -1 * time.Second, // want `^value: http.Transport sets IdleConnTimeout to -1s \(HTTP/2 connections are closed before use\) and ResponseHeaderTimeout to -1ns \(over HTTP/2 every request fails at once\)$`
	ResponseHeaderTimeout: -1,
}

var dialer = net.Dialer{Timeout: -time.Second} // want `^value: net.Dialer sets Timeout to -1s \(every dial fails at once\)$`

func later(tr *http.Transport, d *net.Dialer) {
	tr.TLSHandshakeTimeout = -1 // want `^value: http.Transport sets TLSHandshakeTimeout to -1ns \(`
	d.Timeout = -1              // want `^value: net.Dialer sets Timeout to -1ns \(`
	// Whether HTTP/2 is on cannot be seen.
	tr.IdleConnTimeout = -1
	tr.ResponseHeaderTimeout = -1
}

// Without HTTP/2 these two are no limits, as they look.
var http1 = []*http.Transport{
	{DialContext: dialer.DialContext, IdleConnTimeout: -1, ResponseHeaderTimeout: -1},
	{TLSClientConfig: &tls.Config{ServerName: "example.com"}, IdleConnTimeout: -1},
	{TLSNextProto: map[string]func(string, *tls.Conn) http.RoundTripper{}, IdleConnTimeout: -1},
	{DisableKeepAlives: true, IdleConnTimeout: -1},
}

func setLater() *http.Transport {
	tr := &http.Transport{IdleConnTimeout: -1}
	tr.TLSClientConfig = &tls.Config{ServerName: "example.com"}
	return tr
}

// Below zero these mean what zero means, or what their documentation says, or what somebody may want.
var fine = &http.Transport{
	MaxIdleConns:           -1,
	MaxIdleConnsPerHost:    -1,
	MaxConnsPerHost:        -1,
	MaxResponseHeaderBytes: -1,
	ExpectContinueTimeout:  -1,
	DialContext:            (&net.Dialer{KeepAlive: -1, FallbackDelay: -1}).DialContext,
}

var client = http.Client{Timeout: -1}

var server = http.Server{ReadTimeout: -1}
