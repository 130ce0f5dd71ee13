// Package main is a Lambda function. lambda-leak reports the transport that the handler creates in place of leak, and that of the other
// package at the entry point; leak reports it there as well, for whoever else calls it.
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

func main() { gateway.ListenAndServe("", http.HandlerFunc(handle)) } // want `^lambda-leak: .* at api/api.go:7$`
