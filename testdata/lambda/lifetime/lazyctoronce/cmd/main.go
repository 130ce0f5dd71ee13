// Command cmd calls another package's constructor inside sync.Once.
package main

import (
	"context"
	"sync"

	"example.com/lambda/lifetime/lazyctoronce/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	once sync.Once
	jobs *api.Client
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	h.once.Do(func() { h.jobs = api.New("https://api.example.com") })
	for _, record := range event.Records {
		if err := h.jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(new(handler).Handle) // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(.+ at lifetime/lazyctoronce/internal/api/client.go:21$`
}
