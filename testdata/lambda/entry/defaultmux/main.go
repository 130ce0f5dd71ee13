// Command defaultmux registers on http.DefaultServeMux and starts that.
package main

import (
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func create(w http.ResponseWriter, r *http.Request) {
	resp, err := client.Post("https://api.example.com/v1/orders", "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

type status struct{ client *http.Client }

func (s *status) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get("https://api.example.com/v1/health")
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

// What another mux serves is no handler here.
func serveDebug(mux *http.ServeMux) {
	debug := &http.Client{Transport: &http.Transport{}}
	mux.Handle("GET /debug", &status{debug})
	_ = http.ListenAndServe("localhost:6060", mux)
}

func main() {
	if os.Getenv("AWS_LAMBDA_FUNCTION_NAME") == "" {
		go serveDebug(http.NewServeMux())
	}
	http.Handle("GET /status", &status{&http.Client{}}) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	http.HandleFunc("POST /orders", create)
	lambdaurl.Start(http.DefaultServeMux)
}
