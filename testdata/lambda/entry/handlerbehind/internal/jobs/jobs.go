// Package jobs takes events, so its client is reported here.
package jobs

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
)

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: `

// Handle creates jobs.
func Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}
