// Command leakotherclosed closes another client than the one that another package makes in each invocation.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/leak/leakotherclosed/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func newJobs() *api.Client { return api.New("https://api.example.com") }

func handle(ctx context.Context, event events.SQSEvent) error {
	other := &http.Client{Transport: &http.Transport{
		MaxIdleConns: 1, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Second, TLSHandshakeTimeout: time.Second,
	}}
	defer other.CloseIdleConnections()
	jobs := newJobs()
	for _, record := range event.Records {
		if err := jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(.+ at leak/leakotherclosed/internal/api/client.go:19$`
}
