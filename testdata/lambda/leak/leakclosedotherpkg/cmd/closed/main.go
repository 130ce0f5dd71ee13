// Command closed closes what another package makes in each invocation.
package main

import (
	"context"
	"strings"

	"example.com/lambda/leak/leakclosedotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func byMethod(body string) error {
	jobs := api.NewJobs()
	defer jobs.Close()
	return jobs.Create(body)
}

func byField(body string) error {
	jobs := api.NewJobs()
	defer jobs.HTTP.CloseIdleConnections()
	return jobs.Create(body)
}

func itself(body string) error {
	client := api.NewClient()
	defer client.CloseIdleConnections()
	_, err := client.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(body))
	return err
}

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := byMethod(record.SNS.Message); err != nil {
			return err
		}
		if err := byField(record.SNS.Message); err != nil {
			return err
		}
		if err := itself(record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
