// Package handler declares a handler over an event type, with a transport of its callers.
package handler

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
)

// Handler forwards notifications.
type Handler struct {
	client *http.Client
}

// New makes a Handler over t.
func New(t *http.Transport) *Handler {
	return &Handler{client: &http.Client{Transport: t}}
}

// Handle forwards one batch.
func (h *Handler) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := h.client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}
