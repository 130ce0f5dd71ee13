// Command cmd serves what is registered on http.DefaultServeMux, without a module around it.
package main

import (
	"net/http"

	"github.com/apex/gateway"
	"github.com/example/billing"
	"github.com/example/orders/internal/api"
)

var client = &http.Client{} // want `^lambda-default: `

func status(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Get("https://api.example.com/v1/health")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func create(w http.ResponseWriter, r *http.Request) {
	if err := api.Create(r.FormValue("order")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if err := billing.Bill(r.FormValue("order")); err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

func main() {
	http.HandleFunc("GET /status", status)
	http.HandleFunc("POST /orders", create)
	_ = gateway.ListenAndServe("", nil) // want `^lambda-default: .+ at internal/api/api.go:9$`
}
