// Package server has support for tests beside code for others.
package server

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Client asks whether tests run.
func Client() *http.Client {
	if testing.Testing() {
		return nil
	}
	return &http.Client{Transport: &http.Transport{}} // want `^transport: `
}

// Serve turns an event into a request, and has a recorder answer it.
func Serve(h http.Handler, url string) (int, http.RoundTripper) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, url, nil))
	return w.Code, &http.Transport{} // want `^transport: `
}
