// Package leakhandlerpkg has a handler over an event type, and no main: reported at the transport.
package leakhandlerpkg

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
)

// Handle forwards one request.
func Handle(ctx context.Context, r events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	client := &http.Client{
		Transport: &http.Transport{}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
	}
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(r.Body))
	if err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	defer resp.Body.Close()
	return events.APIGatewayV2HTTPResponse{StatusCode: resp.StatusCode}, nil
}
