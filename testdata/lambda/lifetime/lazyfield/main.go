// Command lazyfield sets a field of the receiver in the first invocation; the receiver outlives it.
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
	target string
}

func (h *handler) http() *http.Client {
	if h.client == nil {
		h.client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	}
	return h.client
}

func (h *handler) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := h.http().Post(h.target, "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	h := &handler{target: "https://hooks.example.com/sns"}
	lambda.Start(h.Handle)
}
