// Command cmd uses of a package only what makes no requests.
package main

import (
	"context"

	"example.com/lambda/entry/unreachedpkg/internal/api"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SQSEvent) (int, error) {
	count := 0
	for _, record := range event.Records {
		if api.Valid(record.Body) {
			count++
		}
	}
	return count, nil
}

func main() {
	lambda.Start(handle)
}
