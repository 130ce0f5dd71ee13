// Command keeps hands its client to an API client that keeps it.
package main

import (
	"context"
	"net/http"
	"os"

	"example.com/lambda/lifetime/keeps/internal/slack"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var messages = slack.New(os.Getenv("SLACK_TOKEN"), &http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	Transport: &http.Transport{},
})

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := messages.Post(ctx, record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
