// Command leakretry makes transports in what other packages call, not once.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"example.com/lambda/leak/leakretry/internal/retry"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SNSEvent) error {
	broadcast(event.Records[0].SNS.Subject)
	return retry.Do(func() error {
		client := &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
		resp, err := client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(event.Records[0].SNS.Message))
		if err != nil {
			return err
		}
		return resp.Body.Close()
	})
}

func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
}

var targets sync.Map

// Range calls once for each.
func broadcast(message string) {
	targets.Range(func(url, _ any) bool {
		resp, err := newClient().Post(url.(string), "text/plain", strings.NewReader(message))
		if err == nil {
			resp.Body.Close()
		}
		return err == nil
	})
}

func main() {
	lambda.Start(handle)
}
