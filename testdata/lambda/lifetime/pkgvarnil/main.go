// Command pkgvarnil keeps a client without a Transport, which runs on http.DefaultTransport.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const hook = "https://hooks.example.com/alerts"

var client = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post(hook, "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
