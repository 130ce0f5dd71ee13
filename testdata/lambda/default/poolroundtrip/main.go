// Command poolroundtrip sends by http.DefaultTransport without a client.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func send(rt http.RoundTripper, req *http.Request) error {
	resp, err := rt.RoundTrip(req) // want `^lambda-default: `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A chosen transport stays chosen, whatever sends by it.
var chosen = &http.Transport{MaxIdleConns: 1, DisableKeepAlives: true}

func handle(url string) error {
	req, err := http.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		return err
	}
	if resp, err := chosen.RoundTrip(req); err == nil {
		resp.Body.Close()
	}
	return send(http.DefaultTransport, req)
}

func main() { lambda.Start(handle) }
