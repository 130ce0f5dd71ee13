// Command startwrapper starts through a package of the house; it declares a handler over an event, so it knows where it runs.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/entry/startwrapper/internal/bootstrap"
	"github.com/aws/aws-lambda-go/events"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

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
	bootstrap.Run(handle)
}
