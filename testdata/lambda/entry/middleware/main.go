// Command middleware wraps handlers twice: around the http.Handler and around the mux.
package main

import (
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

var (
	audit  = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	orders = &http.Client{Timeout: 5 * time.Second}     // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
)

// audited posts each path to the audit log before it lets the request through.
func audited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		resp, err := audit.Post("https://audit.example.com/log", "text/plain", strings.NewReader(r.URL.Path))
		if err == nil {
			resp.Body.Close()
		}
		next.ServeHTTP(w, r)
	})
}

func create(w http.ResponseWriter, r *http.Request) {
	resp, err := orders.Post("https://api.example.com/v1/orders", "application/json", r.Body)
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
	lambdaurl.Start(audited(http.StripPrefix("/v1", mux)))
}
