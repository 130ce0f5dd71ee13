// Command contextvalue carries its client in the context that all invocations start from.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type key struct{}

func handle(ctx context.Context, event events.SQSEvent) error {
	client := ctx.Value(key{}).(*http.Client)
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
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.StartWithOptions(handle, lambda.WithContextValue(key{}, client))
}
