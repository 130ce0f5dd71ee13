// Command defaultfield injects http.DefaultClient.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	client *http.Client
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := h.client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	h := &handler{client: http.DefaultClient} // want `^lambda-default: http.DefaultClient outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	lambda.Start(h.Handle)
}
