// Command cmd is three packages away from the client that its handler uses.
package main

import (
	"context"

	"example.com/lambda/facts/ctorthree/internal/service"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(svc *service.Service) func(context.Context, events.SQSEvent) error {
	return func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			if err := svc.Run(ctx, record.Body); err != nil {
				return err
			}
		}
		return nil
	}
}

func main() {
	svc := service.New()
	lambda.Start(handle(svc)) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at facts/ctorthree/internal/httpx/httpx.go:15$`
}
