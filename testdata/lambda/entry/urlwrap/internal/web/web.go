// Package web is plain net/http.
package web

import "net/http"

type handler struct {
	client *http.Client
	base   string
}

// NewHandler makes the handler.
func NewHandler(base string) http.Handler {
	h := &handler{base: base}
	h.client = &http.Client{Transport: &http.Transport{}}
	return h
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := h.client.Post(h.base+r.URL.Path, r.Header.Get("Content-Type"), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}
