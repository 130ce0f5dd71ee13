// Package clients has clients.
package clients

import "net/http"

// Default makes a client.
func Default() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}
}

// Slow makes another.
func Slow() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
}
