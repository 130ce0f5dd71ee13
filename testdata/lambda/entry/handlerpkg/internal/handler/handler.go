// Package handler declares a handler over an event type.
package handler

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
)

// Handler forwards requests.
type Handler struct {
	client *http.Client
	target string
}

// New makes a Handler.
func New(target string) *Handler {
	return &Handler{
		client: &http.Client{Transport: &http.Transport{}}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		target: target,
	}
}

// Handle forwards one request.
func (h *Handler) Handle(ctx context.Context, r events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp, err := h.client.Post(h.target, "application/json", strings.NewReader(r.Body))
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	defer resp.Body.Close()
	return events.APIGatewayProxyResponse{StatusCode: resp.StatusCode}, nil
}
