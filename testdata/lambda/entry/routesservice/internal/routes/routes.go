// Package routes serves jobs, whoever keeps them.
package routes

import "net/http"

// A Service keeps jobs.
type Service interface{ Create(body string) error }

type handler struct{ service Service }

// Register adds the routes of s to mux.
func Register(mux *http.ServeMux, s Service) {
	h := &handler{s}
	mux.HandleFunc("POST /jobs", h.create)
}

func (h *handler) create(w http.ResponseWriter, r *http.Request) {
	if h.service.Create(r.FormValue("job")) != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}
