// Command closeclosure closes the connections of a client without a Transport in a deferred closure.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	client := &http.Client{Timeout: 5 * time.Second}
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		defer func() {
			client.CloseIdleConnections()
		}()
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
		return nil
	})
}
