// Command lazyfieldvalue sets a field of a receiver that is a copy: nothing is kept, each invocation makes a transport.
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

func (h handler) Handle(ctx context.Context, event events.SNSEvent) error {
	if h.client == nil {
		h.client = &http.Client{
			Transport: &http.Transport{}, // want `^lambda-leak: http.Transport is built on every invocation and leaves IdleConnTimeout unset \(`
		}
	}
	for _, record := range event.Records {
		resp, err := h.client.Post(h.target, "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	h := handler{target: "https://hooks.example.com/sns"}
	lambda.Start(h.Handle)
}
