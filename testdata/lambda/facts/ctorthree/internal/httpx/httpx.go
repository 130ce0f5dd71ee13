// Package httpx makes the house's HTTP clients.
package httpx

import (
	"net/http"
	"time"
)

// NewClient makes one.
func NewClient() *http.Client {
	transport := &http.Transport{
		Proxy:               http.ProxyFromEnvironment,
		TLSHandshakeTimeout: 5 * time.Second,
	}
	return &http.Client{Transport: transport, Timeout: 10 * time.Second}
}
