// Command lazynil makes its client under a nil check and keeps it in a package variable.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client *http.Client

func getClient() *http.Client {
	if client == nil {
		client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	}
	return client
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := getClient().Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
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
