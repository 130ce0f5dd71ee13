// Command kept keeps two: one has a transport of its own.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	backend := &url.URL{Scheme: "https", Host: "backend.example.com"}
	own := httputil.NewSingleHostReverseProxy(backend)
	own.Transport = &http.Transport{IdleConnTimeout: 20 * time.Second}
	mux := http.NewServeMux()
	mux.Handle("/own/", own)
	mux.Handle("/", httputil.NewSingleHostReverseProxy(backend)) // want `^lambda-default: `
	lambdaurl.Start(mux)
}
