// Command closure makes the client in main; only the handler's closure holds it.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	target := os.Getenv("TARGET_URL")
	client := &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	lambda.Start(func(ctx context.Context, event events.SNSEvent) error {
		for _, record := range event.Records {
			resp, err := client.Post(target, "text/plain", strings.NewReader(record.SNS.Message))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
		return nil
	})
}
