// Command open does not close what another package makes in each invocation.
package main

import (
	"context"
	"strings"

	"example.com/lambda/leakclosedotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SNSEvent) error {
	jobs := api.NewJobs()
	orders := api.NewClient()
	for _, record := range event.Records {
		if err := jobs.Create(record.SNS.Message); err != nil {
			return err
		}
		resp, err := orders.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at leakclosedotherpkg/internal/api/client.go:16$` `^lambda-leak: .+ at leakclosedotherpkg/internal/api/client.go:35$`
}
