// Command urlmux serves a function URL with a mux; what is registered on it runs in invocations, before or after main gives it away.
package main

import (
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

type server struct {
	orders *http.Client
}

func (s *server) create(w http.ResponseWriter, r *http.Request) {
	resp, err := s.orders.Post("https://api.example.com/v1/orders", "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

var refunds = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

func refund(w http.ResponseWriter, r *http.Request) {
	resp, err := refunds.Post("https://api.example.com/v1/refunds", "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	s := &server{orders: &http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	mux := http.NewServeMux()
	mux.HandleFunc("POST /orders", s.create)
	mux.Handle("POST /refunds", http.HandlerFunc(refund))
	lambdaurl.Start(mux)
}
