// Package main is a Lambda function. What leaks in it is said once: of the transport that the handler makes by lambda-leak, and of
// that of the other package there.
package main

import (
	"leakonce/api"
	"net/http"

	"github.com/apex/gateway"
)

func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
	resp, err := client.Get("https://example.com")
	if err == nil {
		resp.Body.Close()
	}
	api.Fetch("https://example.com")
}

func main() { gateway.ListenAndServe("", http.HandlerFunc(handle)) }
