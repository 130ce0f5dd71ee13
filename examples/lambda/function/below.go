package main

import (
	"net/http"
	"time"
)

// below gives idle connections up before the server does, which here is after 300 ms. Where it is after 60 s, choose 30 s.
func below() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.IdleConnTimeout = 100 * time.Millisecond
	return &http.Client{Transport: transport}
}
