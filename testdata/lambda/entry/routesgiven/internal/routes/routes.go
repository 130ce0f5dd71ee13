// Package routes has the handlers and where they are.
package routes

import "net/http"

// Orders takes orders.
type Orders struct{ client *http.Client }

func (o *Orders) create(w http.ResponseWriter, r *http.Request) {
	if resp, err := o.client.Post("https://api.example.com/v1/orders", "text/plain", r.Body); err == nil {
		resp.Body.Close()
	}
}

// NewOrders makes Orders.
func NewOrders() *Orders {
	return &Orders{

		client: &http.Client{},
	}
}

// Unused makes what nothing serves.
func Unused() *Orders {
	return &Orders{client: &http.Client{}}
}

func status(w http.ResponseWriter, r *http.Request) {
	if resp, err := http.Post("https://api.example.com/v1/status", "text/plain", nil); err == nil {
		resp.Body.Close()
	}
}

// Register adds what needs nothing.
func Register(mux *http.ServeMux) { register(mux) }

func register(mux *http.ServeMux) { mux.HandleFunc("/status", status) }

// Group adds orders.
func Group(mux *http.ServeMux, o *Orders) { mux.HandleFunc("POST /orders", o.create) }

// Debug adds what is not for everybody.
func Debug(mux *http.ServeMux) {
	client := &http.Client{Transport: &http.Transport{}}
	mux.HandleFunc("/debug", func(w http.ResponseWriter, r *http.Request) {
		if resp, err := client.Get("https://api.example.com/v1/debug"); err == nil {
			resp.Body.Close()
		}
	})
}

// Nothing adds no client.
func Nothing(mux *http.ServeMux) { mux.HandleFunc("/", http.NotFound) }

// A Router is what Add needs of one.
type Router interface {
	Handle(pattern string, h http.Handler)
}

// Add registers h.
func Add(r Router, h http.Handler) { r.Handle("/hook", h) }

// Ignore does not.
func Ignore(r Router, h http.Handler) {}

// Default registers on http.DefaultServeMux.
func Default() { http.HandleFunc("/status", status) }
