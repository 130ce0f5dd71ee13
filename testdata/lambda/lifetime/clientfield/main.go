// Command clientfield never fills the field that is the client.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	client http.Client // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	target string
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := h.client.Post(h.target, "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	h := &handler{target: "https://api.example.com/v1/jobs"}
	lambda.Start(h.Handle)
}
