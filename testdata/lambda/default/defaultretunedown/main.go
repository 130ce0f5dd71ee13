// Command defaultretunedown chooses a limit for http.DefaultTransport, which is of no use to a transport of its own.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/lambda"
)

var (
	byDefault = &http.Client{}
	own       = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
)

func handle(ctx context.Context, body string) error {
	for _, client := range []*http.Client{byDefault, own} {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	lambda.Start(handle)
}
