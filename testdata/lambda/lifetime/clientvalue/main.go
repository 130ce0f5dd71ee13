// Command clientvalue keeps a client by value, in a struct that is a value itself.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type api struct {
	client http.Client
	base   string
}

var jobs = api{
	client: http.Client{Transport: &http.Transport{}}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	base:   "https://api.example.com/v1/jobs",
}

var plain = http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := jobs.client.Post(jobs.base, "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
		resp, err = plain.Post("https://hooks.example.com/done", "text/plain", strings.NewReader(record.MessageId))
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
