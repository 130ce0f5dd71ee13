// Command kept keeps clients of another package, and chooses how long their connections live.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/limit/retuned/internal/conn"
	"github.com/aws/aws-lambda-go/lambda"
)

func tuned() *http.Transport {
	t := conn.Transport()
	t.IdleConnTimeout = 30 * time.Second
	return t
}

func withTransport() *http.Client {
	c := conn.Plain()
	c.Transport = tuned()
	return c
}

func asserted() *http.Client {
	c := conn.Client()
	c.Transport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	return c
}

var clients = []*http.Client{{Transport: tuned()}, withTransport(), asserted()}

func main() {
	lambda.Start(func(ctx context.Context) error {
		for _, c := range clients {
			if _, err := c.Head("https://api.example.com"); err != nil {
				return err
			}
		}
		return nil
	})
}
