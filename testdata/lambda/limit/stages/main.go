// Command stages has a transport for each stage, of which one client has any.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = &http.Client{Transport: map[string]*http.Transport{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	"production":      {},
	"eu":              {},
	"staging-eu-west": {},
}[os.Getenv("STAGE")]}

func handle(ctx context.Context, event events.SQSEvent) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(event.Records[0].Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
