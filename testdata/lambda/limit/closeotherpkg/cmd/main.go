// Command cmd closes another package's idle connections through a method of that package.
package main

import (
	"context"

	"example.com/lambda/limit/closeotherpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	jobs *api.Client
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	defer h.jobs.Close()
	for _, record := range event.Records {
		if err := h.jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	h := &handler{jobs: api.New()}
	lambda.Start(h.Handle)
}
