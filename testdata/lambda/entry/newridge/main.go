// Command newridge is served by a value of ridge's, behind a prefix.
package main

import (
	"context"
	"net/http"

	"github.com/fujiwara/ridge"
)

type relay struct{ c *http.Client }

func (a *relay) push(w http.ResponseWriter, r *http.Request) {
	resp, err := a.c.Post("https://example.com", "text/plain", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	a := &relay{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives`
	mux := http.NewServeMux()
	mux.HandleFunc("POST /push", a.push)
	r := ridge.New(":8080", "/", http.StripPrefix("/v1", mux))
	r.RunWithContext(context.Background())
}
