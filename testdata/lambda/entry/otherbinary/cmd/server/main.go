// Command server is an ordinary server beside the function: nothing freezes it.
package main

import (
	"net/http"

	"example.com/lambda/entry/otherbinary/internal/api"
)

var client = &http.Client{Transport: &http.Transport{}}

func main() {
	jobs := api.NewPlain()
	http.HandleFunc("POST /jobs", func(w http.ResponseWriter, r *http.Request) {
		if err := jobs.Create(r.Context(), r.URL.Query().Get("name")); err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
		}
		resp, err := client.Post("https://hooks.example.com/jobs", "text/plain", nil)
		if err == nil {
			resp.Body.Close()
		}
		if resp, err = http.Get("https://hooks.example.com/jobs"); err == nil {
			resp.Body.Close()
		}
	})
	http.ListenAndServe(":8080", nil)
}
