// Command wrapitself has another module's RoundTripper wrap what its client has so far, which is nothing.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client *http.Client

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	client = &http.Client{Timeout: 30 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	if os.Getenv("TRACE") != "" {
		client.Transport = chat.Traced(client.Transport)
	}
	lambda.Start(handle)
}
