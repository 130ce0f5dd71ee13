// Command defaultretuned chooses the limit for http.DefaultTransport itself, so for all that runs on it.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Timeout: 5 * time.Second}

func init() {
	http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	resp, err := http.Post("https://hooks.example.com/batch", "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
