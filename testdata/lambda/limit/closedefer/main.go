// Command closedefer closes idle connections when the handler returns.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: &http.Transport{}}

func handle(ctx context.Context, event events.SQSEvent) error {
	defer client.CloseIdleConnections()
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
	lambda.Start(handle)
}
