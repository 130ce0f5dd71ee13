// Package api opens clients, or says why not.
package api

import (
	"errors"
	"net/http"
)

// Open returns a client for a host.
func Open(host string) (*http.Client, error) {
	if host == "" {
		return nil, errors.New("no host")
	}
	return &http.Client{Transport: &http.Transport{}}, nil
}
