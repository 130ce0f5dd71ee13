// Command http2transports has transports of golang.org/x/net/http2: their zero IdleConnTimeout means never, too.
package main

import (
	"net/http"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
	"golang.org/x/net/http2"
)

var (
	push   = &http.Client{Transport: &http2.Transport{AllowHTTP: true}} // want `^lambda-idle: `
	chosen = &http.Client{Transport: &http2.Transport{IdleConnTimeout: 20 * time.Second}}
	unused = &http.Client{Transport: &http2.Transport{}}
)

func send(c *http.Client, url string) error {
	resp, err := c.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(url string) error {
	dropped := &http.Client{Transport: &http2.Transport{}} // want `^lambda-leak: `
	if err := send(dropped, url); err != nil {
		return err
	}
	t := &http2.Transport{}
	defer t.CloseIdleConnections()
	if err := send(&http.Client{Transport: t}, url); err != nil {
		return err
	}
	for _, c := range []*http.Client{push, chosen} {
		if err := send(c, url); err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
