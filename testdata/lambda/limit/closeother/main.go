// Command closeother closes one client's connections and posts with the other.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	orders  = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	refunds = &http.Client{Transport: &http.Transport{}}
)

func handle(ctx context.Context, event events.SQSEvent) error {
	defer refunds.CloseIdleConnections()
	for _, record := range event.Records {
		client := orders
		if strings.HasPrefix(record.Body, "refund") {
			client = refunds
		}
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
