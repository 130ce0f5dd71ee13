// Command defaultunreached uses http.Post where no invocation comes by.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func announce() {
	resp, err := http.Post("https://hooks.example.com/started", "text/plain", nil)
	if err == nil {
		resp.Body.Close()
	}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	return nil
}

func main() {
	announce()
	lambda.Start(handle)
}
