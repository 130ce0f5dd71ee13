// Command optionzero hands over a client that never drops an idle connection, as an option that the API client keeps.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/default/optionzero/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(api.WithHTTPClient(&http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	Transport: &http.Transport{},
}))

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
