// Command poolreads only reads: the first use is reported.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(url string) error {
	c := http.Client{Transport: http.DefaultTransport} // want `^lambda-default: `
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	resp.Body.Close()
	resp, err = http.Head(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() { lambda.Start(handle) }
