// Command reverseproxy forwards requests over a transport that no http.Client holds.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"

	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	backend, err := url.Parse("https://backend.example.com")
	if err != nil {
		panic(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(backend)
	proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 10} // want `^lambda-idle: http.Transport outlives the invocation and does not set IdleConnTimeout \(`
	lambdaurl.Start(proxy)
}
