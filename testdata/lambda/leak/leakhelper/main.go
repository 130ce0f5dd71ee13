// Command leakhelper makes a transport in a method that its handler calls for each record.
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
	target string
}

func (h *handler) client() *http.Client {
	return &http.Client{
		Timeout:   5 * time.Second,
		Transport: &http.Transport{Proxy: http.ProxyFromEnvironment}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	}
}

func (h *handler) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := h.client().Post(h.target, "text/plain", strings.NewReader(record.SNS.Message))
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
