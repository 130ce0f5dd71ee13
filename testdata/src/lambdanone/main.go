// Command lambdanone is a Lambda function like any other, but the settings say that no function starts one.
package main

import (
	"net/http"

	"github.com/apex/gateway"
)

var client = &http.Client{Transport: &http.Transport{}}

func main() {
	gateway.ListenAndServe("", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := client.Post("https://example.com", "text/plain", r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		resp.Body.Close()
	}))
}
