// Command leakmux makes a transport for each request of a mux.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

func create(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{
		Transport: &http.Transport{}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	}
	resp, err := client.Post("https://api.example.com/v1/orders", "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", create)
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
