// Command closestart closes what the freeze may have killed before it posts.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	transport *http.Transport
	client    *http.Client
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	h.transport.CloseIdleConnections()
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
	transport := &http.Transport{MaxIdleConns: 10}
	h := &handler{transport: transport, client: &http.Client{Transport: transport}}
	lambda.Start(h.Handle)
}
