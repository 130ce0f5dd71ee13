// Command twohandlers has several handlers that reach one client: one report.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func post(body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handleSNS(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := post(record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func handleSQS(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := post(record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	switch os.Getenv("SOURCE") {
	case "sns":
		lambda.Start(handleSNS)
	default:
		lambda.Start(handleSQS)
	}
}
