package main

import (
	"net"
	"net/http"
	"time"
)

// explicit leaves nothing to chance, and takes for IdleConnTimeout what http.DefaultTransport has.
func explicit() *http.Client {
	return &http.Client{Transport: &http.Transport{
		DialContext:         (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
		TLSHandshakeTimeout: 5 * time.Second,
		MaxIdleConns:        10,
		MaxIdleConnsPerHost: 10,
		IdleConnTimeout:     90 * time.Second,
	}}
}
