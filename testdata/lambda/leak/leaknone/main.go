// Command leaknone makes transports in each invocation that leave nothing behind for ever.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func post(client *http.Client, body string) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// closed closes what it made before it returns.
func closed(body string) error {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	return post(&http.Client{Transport: transport}, body)
}

// closedByClient does the same through the client.
func closedByClient(body string) error {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
	err := post(client, body)
	client.CloseIdleConnections()
	return err
}

func handle(ctx context.Context, event events.SQSEvent) error {
	off := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	limited := &http.Client{Transport: &http.Transport{IdleConnTimeout: 10 * time.Second}}
	cloned := &http.Client{Transport: http.DefaultTransport.(*http.Transport).Clone()} // closes after 90 seconds
	for _, record := range event.Records {
		for _, client := range []*http.Client{off, limited, cloned} {
			if err := post(client, record.Body); err != nil {
				return err
			}
		}
		if err := closed(record.Body); err != nil {
			return err
		}
		if err := closedByClient(record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
