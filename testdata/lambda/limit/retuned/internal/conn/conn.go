// Package conn makes transports and clients that whoever asks for them completes.
package conn

import (
	"net/http"
	"time"
)

// Transport makes a transport.
func Transport() *http.Transport { return &http.Transport{} }

// Client makes a client.
func Client() *http.Client { return &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} }

// Plain makes a client without a transport.
func Plain() *http.Client { return &http.Client{Timeout: 3 * time.Second} }

// Close closes what a client leaves.
func Close(c *http.Client) { c.CloseIdleConnections() }
