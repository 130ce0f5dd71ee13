// Command setanewcaptured sets a variable of main anew on each invocation, and another one only on some.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	client := http.DefaultClient
	retried := &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		client = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
		if len(event.Records) > 10 {
			retried = &http.Client{Transport: &http.Transport{IdleConnTimeout: 10 * time.Second}}
		}
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				resp, err = retried.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			}
			if err != nil {
				return err
			}
			if err := resp.Body.Close(); err != nil {
				return err
			}
		}
		return nil
	})
}
