// Command unreached has clients that its handler never reaches.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	admin = &http.Client{Transport: &http.Transport{}}
	jobs  = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
)

// replay is run by hand, from a debugger.
func replay(body string) error {
	resp, err := admin.Post("https://api.example.com/v1/replay", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := jobs.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
