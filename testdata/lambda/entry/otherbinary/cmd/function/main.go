// Command function uses the same package, with the constructor that chooses a limit.
package main

import (
	"context"
	"time"

	"example.com/lambda/entry/otherbinary/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	jobs := api.New(30 * time.Second)
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			if err := jobs.Create(ctx, record.Body); err != nil {
				return err
			}
		}
		return nil
	})
}
