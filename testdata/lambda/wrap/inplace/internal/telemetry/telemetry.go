// Package telemetry changes clients of others.
package telemetry

import (
	"net/http"
	"time"

	"example.com/chat"
)

// Trace wraps the transport of c.
func Trace(c *http.Client) *http.Client {
	c.Transport = chat.Traced(c.Transport)
	return c
}

// Tune gives c another transport.
func Tune(c *http.Client) *http.Client {
	c.Transport = chat.Traced(&http.Transport{IdleConnTimeout: 30 * time.Second})
	return c
}
