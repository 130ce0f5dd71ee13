// Command defaultlookalike uses another package's DefaultTransport, which is not that of net/http.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/lambda/default/defaultlookalike/api"
)

var client = &http.Client{Transport: api.DefaultTransport}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		if err := resp.Body.Close(); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
