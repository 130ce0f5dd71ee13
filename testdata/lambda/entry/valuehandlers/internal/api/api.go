// Package api has methods on types without fields; their client is a variable.
package api

import (
	"context"
	"net/http"
)

var client *http.Client

// Setup is called before Start.
func Setup() { client = &http.Client{Transport: &http.Transport{}} }

// An API has no fields.
type API struct{}

// Fetch asks for url.
func (API) Fetch(url string) error {
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// ServeHTTP asks for the path.
func (a API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.Fetch("https://example.com" + r.URL.Path)
}

// Invoke asks for what is in payload.
func (a API) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	return nil, a.Fetch(string(payload))
}

// A Route is no struct.
type Route string

// Fetch asks for the route.
func (r Route) Fetch(string) error { return API{}.Fetch(string(r)) }

// A Static has no client.
type Static struct{}

// Fetch does nothing.
func (Static) Fetch(string) error { return nil }
