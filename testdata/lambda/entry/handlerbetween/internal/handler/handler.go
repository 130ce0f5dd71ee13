// Package handler declares a handler over an event type, and makes no client itself.
package handler

import (
	"context"

	"example.com/lambda/entry/handlerbetween/internal/api"
	"github.com/aws/aws-lambda-go/events"
)

// Handler creates jobs.
type Handler struct {
	jobs *api.Client
}

// New makes a Handler.
func New() *Handler {
	return &Handler{jobs: api.New()}
}

// Handle creates a job a message.
func (h *Handler) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		if err := h.jobs.Create(ctx, record.Body); err != nil {
			return err
		}
	}
	return nil
}
