package server

import (
	"net/http"
	"net/http/httptest"
)

// Mock is for tests: it starts a server for them.
func Mock(h http.Handler) (*httptest.Server, *http.Client) {
	return httptest.NewServer(h), &http.Client{Transport: &http.Transport{}}
}
