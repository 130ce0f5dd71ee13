// Command poolclone makes clients over copies of http.DefaultTransport, which have pools of their own.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DisableKeepAlives = true
	resp, err := (&http.Client{Transport: t}).Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() { lambda.Start(handle) }
