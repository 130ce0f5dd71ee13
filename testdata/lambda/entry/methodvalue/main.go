// Command methodvalue starts a method of a struct that main builds.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	client *http.Client
	target string
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := h.post(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func (h *handler) post(ctx context.Context, body string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, h.target, strings.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	transport := &http.Transport{TLSHandshakeTimeout: 5 * time.Second}
	h := &handler{
		client: &http.Client{Transport: transport}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		target: "https://api.example.com/v1/orders",
	}
	lambda.Start(h.Handle)
}
