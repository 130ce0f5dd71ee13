// Command iface injects the client behind an interface.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type handler struct {
	http   doer
	target string
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, h.target, strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp, err := h.http.Do(req)
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func newHandler(d doer) *handler {
	return &handler{http: d, target: "https://api.example.com/v1/jobs"}
}

func main() {
	h := newHandler(&http.Client{Transport: &http.Transport{}}) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.Start(h.Handle)
}
