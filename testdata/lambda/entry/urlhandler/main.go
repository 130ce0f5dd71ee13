// Command urlhandler serves a function URL with an http.Handler of its own.
package main

import (
	"io"
	"net/http"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

type proxy struct {
	client *http.Client
}

func (p *proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := p.client.Post("https://api.example.com"+r.URL.Path, r.Header.Get("Content-Type"), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer resp.Body.Close()
	w.WriteHeader(resp.StatusCode)
	io.Copy(w, resp.Body)
}

func main() {
	p := &proxy{client: &http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambdaurl.Start(p)
}
