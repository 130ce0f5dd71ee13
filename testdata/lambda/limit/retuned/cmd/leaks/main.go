// Command leaks makes clients in each invocation that do not leak.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/limit/retuned/internal/conn"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context) error {
	own := &http.Client{Transport: &http.Transport{}}
	defer conn.Close(own)
	theirs := conn.Client()
	defer conn.Close(theirs)
	t := conn.Transport()
	t.DisableKeepAlives = true
	once := &http.Client{Transport: t, Timeout: time.Second}
	for _, c := range []*http.Client{own, theirs, once} {
		if _, err := c.Head("https://api.example.com"); err != nil {
			return err
		}
	}
	return nil
}

func main() { lambda.Start(handle) }
