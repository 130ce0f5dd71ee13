// Command own has its own clients closed by another package: one always, one if it likes.
package main

import (
	"net/http"

	"example.com/lambda/limit/closeelsewhere/internal/feed"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	closed = &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	open   = &http.Client{Transport: &http.Transport{MaxIdleConns: 2}} // want `^lambda-idle: `
)

func handle(url string) error {
	defer feed.CloseOf(closed)
	for _, c := range []*http.Client{closed, open} {
		resp, err := c.Post(url, "text/plain", nil)
		if err != nil {
			feed.CloseOf(open)
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() { lambda.Start(handle) }
