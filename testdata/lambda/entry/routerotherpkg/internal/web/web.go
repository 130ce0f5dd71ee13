// Package web registers its routes on a mux.
package web

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}

// Router returns all routes.
func Router() *http.ServeMux {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Post("https://api.example.com/v1/orders", "application/json", r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer resp.Body.Close()
		w.WriteHeader(resp.StatusCode)
	})
	return mux
}
