// Command nildefaultgiven passes a client, so the constructor's fallback never comes to be.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/default/nildefaultgiven/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(&http.Client{
	Transport: &http.Transport{IdleConnTimeout: 30 * time.Second},
})

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
