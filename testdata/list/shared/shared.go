// Package shared has clients that others use.
package shared

import "net/http"

// Client is given its Timeout by another package.
var Client = &http.Client{}

// Transport is the Transport of another package's client.
var Transport = &http.Transport{MaxIdleConnsPerHost: 10}

// New makes a client with a transport that another package passes.
func New(rt http.RoundTripper) *http.Client { return &http.Client{Transport: rt} }

// Plain makes a client that callers complete.
func Plain() *http.Client { return &http.Client{} }

// Replaced has the Transport that another package stores in it.
var Replaced = &http.Client{Transport: &http.Transport{MaxConnsPerHost: 5}}
