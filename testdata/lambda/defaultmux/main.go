// Command defaultmux registers on http.DefaultServeMux and starts that.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client lives across invocations and leaves IdleConnTimeout unset \(`

func create(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Post("https://api.example.com/v1/orders", "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	http.HandleFunc("POST /orders", create)
	lambdaurl.Start(http.DefaultServeMux)
}
