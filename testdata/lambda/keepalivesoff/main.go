// Command keepalivesoff keeps no connections: as a constant, and as a setting that may be either.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	off     = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	setting = newClient(os.Getenv("KEEP_ALIVE") == "")
)

func newClient(disable bool) *http.Client {
	t := &http.Transport{}
	t.DisableKeepAlives = disable
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, client := range []*http.Client{off, setting} {
		for _, record := range event.Records {
			resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
