// Package routes has handlers, and a logger.
package routes

import (
	"net/http"

	"example.com/router"
)

// Orders takes orders.
type Orders struct{ client *http.Client }

// New makes Orders.
func New() *Orders {
	return &Orders{
		client: &http.Client{Transport: &http.Transport{}},
	}
}

func (o *Orders) create(r *http.Request) error {
	resp, err := o.client.Post("https://api.example.com/v1/orders", "text/plain", r.Body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Register adds the routes of orders.
func Register(r router.Router, o *Orders) {
	r.Group("/orders").Post("/", o.create)
}

// A Logger logs.
type Logger interface {
	Info(text string, args ...any)
}

// Log logs what there is.
func Log(l Logger, client *http.Client) { l.Info("ready", "client", client) }
