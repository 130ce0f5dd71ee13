// Command lazycaptured makes its client at the first invocation, and keeps it in a variable of main.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	var client *http.Client
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		if client == nil {
			client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		}
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
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
