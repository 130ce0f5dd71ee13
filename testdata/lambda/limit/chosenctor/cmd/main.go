// Command cmd has the limit chosen in another package, in three ways.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"example.com/lambda/limit/chosenctor/internal/httpx"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var own = &http.Client{Transport: httpx.Tune(&http.Transport{})}

type handler struct {
	api   *http.Client
	hooks *http.Client
}

func (h *handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, client := range []*http.Client{own, h.api, h.hooks} {
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
	}
	return nil
}

func main() {
	h := &handler{
		api:   httpx.NewClient(httpx.Config{Idle: 30 * time.Second}),
		hooks: httpx.NewShort(),
	}
	lambda.Start(h.Handle)
}
