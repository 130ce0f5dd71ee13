// Package web is plain net/http.
package web

import (
	"net/http"
	"time"
)

type handler struct {
	client *http.Client
}

// NewHandler makes the handler.
func NewHandler() http.Handler {
	return &handler{
		client: &http.Client{Timeout: 5 * time.Second},
	}
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := h.client.Post("https://api.example.com"+r.URL.Path, "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}
