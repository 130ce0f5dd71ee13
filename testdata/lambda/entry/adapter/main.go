// Command adapter puts an http.Handler behind API Gateway with an adapter.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type server struct {
	client *http.Client
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Post("https://api.example.com"+r.URL.Path, "application/json", r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
}

func main() {
	s := &server{client: &http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	adapter := httpadapter.New(s)
	lambda.Start(adapter.ProxyWithContext)
}
