package server

import (
	"net/http"
	"testing"
)

// TestClient is for tests.
func TestClient(t testing.TB) *http.Client {
	t.Helper()
	return &http.Client{Transport: &http.Transport{}}
}
