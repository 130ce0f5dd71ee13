// Command keepalivesoff keeps no connections: as a constant, as a setting that may be either, by a limit on them, and in a clone.
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
	none    = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: -1}}
	cloned  = newClone()
)

func newClient(disable bool) *http.Client {
	t := &http.Transport{}
	t.DisableKeepAlives = disable
	return &http.Client{Transport: t}
}

func newClone() *http.Client {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.DisableKeepAlives = true
	return &http.Client{Transport: t}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, client := range []*http.Client{off, setting, none, cloned} {
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
