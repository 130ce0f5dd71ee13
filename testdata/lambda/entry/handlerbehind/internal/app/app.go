// Package app leads to a client of another package, which reports that itself.
package app

import (
	"context"
	"encoding/json"

	"example.com/lambda/entry/handlerbehind/internal/jobs"
	"github.com/aws/aws-lambda-go/events"
)

// Handle hands what it gets on.
func Handle(ctx context.Context, message json.RawMessage) error {
	return jobs.Handle(ctx, events.SQSEvent{Records: []events.SQSMessage{{Body: string(message)}}})
}
