// Command cmd makes clients over another package's transport.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/wrap/transportotherpkg/internal/httpx"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) error {
	client := http.Client{Transport: httpx.Transport}
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Transport outlives the invocation and does not set IdleConnTimeout \(.+ at wrap/transportotherpkg/internal/httpx/httpx.go:7$`
}
