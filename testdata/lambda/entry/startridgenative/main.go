// Command startridgenative is served by ridgenative.
package main

import (
	"net/http"

	"github.com/shogo82148/ridgenative"
)

type relay struct{ c *http.Client }

func (h *relay) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := h.c.Post("https://example.com", "text/plain", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	ridgenative.ListenAndServe(":8080", &relay{&http.Client{Transport: &http.Transport{}}}) // want `^lambda-idle: `
}
