// Package handleronly has no main in this module: its handler's event type is all there is to know it by.
package handleronly

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
)

var client = &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

// unused is for callers that are not handlers.
var unused = &http.Client{Transport: &http.Transport{}}

// Ping is never called by a handler.
func Ping(target string) error {
	resp, err := unused.Post(target, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// HandleSNS forwards notifications.
func HandleSNS(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

var metrics = &http.Client{Timeout: time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`

// HandleS3 counts.
func HandleS3(ctx context.Context, event *events.S3Event) error {
	resp, err := metrics.Get("https://metrics.example.com/count")
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
