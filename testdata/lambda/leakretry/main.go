// Command leakretry makes a transport in what another package's Do calls, which is not once.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/leakretry/internal/retry"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func handle(ctx context.Context, event events.SNSEvent) error {
	return retry.Do(func() error {
		client := &http.Client{Transport: &http.Transport{}} // want `^lambda-leak: `
		resp, err := client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(event.Records[0].SNS.Message))
		if err != nil {
			return err
		}
		return resp.Body.Close()
	})
}

func main() {
	lambda.Start(handle)
}
