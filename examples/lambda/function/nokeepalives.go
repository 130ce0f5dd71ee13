package main

import "net/http"

// noKeepAlives opens a connection for each request, and has none that could be idle.
func noKeepAlives() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.DisableKeepAlives = true
	return &http.Client{Transport: transport}
}
