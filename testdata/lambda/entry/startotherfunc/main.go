// Command startotherfunc calls Start from a function that main calls, where the client is made as well.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func run(target string) {
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.StartWithContext(context.Background(), func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			resp, err := client.Post(target, "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
		return nil
	})
}

func main() {
	run("https://api.example.com/v1/jobs")
}
