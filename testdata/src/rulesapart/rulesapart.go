// Package rulesapart has transports in clients that are read as anything. What is said of them does not depend on other rules.
package rulesapart

import (
	"encoding/json"
	"io"
	"net/http"
	"time"
)

func encode(w io.Writer) error {
	c := &http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{TLSHandshakeTimeout: time.Second}, // want `^transport: http.Transport does not set IdleConnTimeout `
	}
	return json.NewEncoder(w).Encode(c)
}

func timed(w io.Writer) error {
	c := http.Client{
		Timeout:   time.Second,
		Transport: &http.Transport{IdleConnTimeout: time.Second}, // want `^transport: http.Transport does not set TLSHandshakeTimeout `
	}
	return json.NewEncoder(w).Encode(c)
}
