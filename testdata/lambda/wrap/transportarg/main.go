// Command transportarg passes the transport to the function that makes the client.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func newClient(rt http.RoundTripper) *http.Client {
	return &http.Client{Transport: rt, Timeout: 5 * time.Second} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
}

var client = newClient(&http.Transport{})

func handle(ctx context.Context, event events.SQSEvent) error {
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
