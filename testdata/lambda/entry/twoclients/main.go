// Command twoclients has two clients over one transport; each is a value of its own.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	transport = &http.Transport{}

	fast = &http.Client{Transport: transport, Timeout: time.Second}      // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	slow = &http.Client{Transport: transport, Timeout: 30 * time.Second} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		client := fast
		if len(record.Body) > 1<<16 {
			client = slow
		}
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
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
