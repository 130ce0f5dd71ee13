// Command localhostmixed asks an extension first; that one is no use to report, the next is.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const secrets = "http://localhost:2773/secretsmanager/get?secretId=jobs"

func handle(ctx context.Context, event events.SQSEvent) error {
	resp, err := http.Get(secrets)
	if err != nil {
		return err
	}
	resp.Body.Close()
	for _, record := range event.Records {
		resp, err := http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body)) // want `^lambda-default: http.Post outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
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
