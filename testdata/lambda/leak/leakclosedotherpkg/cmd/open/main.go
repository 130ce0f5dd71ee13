// Command open does not close what another package makes in each invocation.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.com/lambda/leak/leakclosedotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var health = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

func handle(ctx context.Context, event events.SNSEvent) error {
	jobs := api.NewJobs()
	client := api.NewClient()
	orders := api.NewOrders()
	defer health.CloseIdleConnections()
	if err := orders.Ping(); err != nil {
		return orders.Report("no answer")
	}
	for _, record := range event.Records {
		if err := jobs.Create(record.SNS.Message); err != nil {
			return err
		}
		resp, err := client.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
		if err := orders.Create(record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: .+ at leak/leakclosedotherpkg/internal/api/client.go:16$` `^lambda-leak: .+ at leak/leakclosedotherpkg/internal/api/client.go:40$` `^lambda-leak: .+ at leak/leakclosedotherpkg/internal/api/client.go:75$` `^lambda-default: .+ at leak/leakclosedotherpkg/internal/api/client.go:66$`
}
