// Command cmd loads its configuration with a loader that is gone when the handler runs.
package main

import (
	"context"
	"log"

	"example.com/lambda/lifetime/secretpkg/internal/settings"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	loader := settings.NewLoader("https://config.example.com")
	cfg, err := loader.Load("jobs")
	if err != nil {
		log.Fatal(err)
	}
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			log.Print(cfg.Greeting, record.MessageId)
		}
		return nil
	})
}
