// Package feed has clients, and functions that close their pools.
package feed

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}

// Send posts.
func Send(url string) error {
	resp, err := client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Close closes what is idle.
func Close() { client.CloseIdleConnections() }

// CloseIf closes it or does not.
func CloseIf(idle bool) {
	if idle {
		client.CloseIdleConnections()
	}
}

// CloseOf closes what c has idle.
func CloseOf(c *http.Client) { c.CloseIdleConnections() }
