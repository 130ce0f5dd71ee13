// Command each makes a proxy without a transport for each request.
package main

import (
	"net/http"
	"net/http/httputil"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	lambdaurl.Start(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.Out.URL.Host = "backend.example.com" }} // want `^lambda-default: `
		p.ServeHTTP(w, r)
	}))
}
