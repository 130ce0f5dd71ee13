// Command defaultreplaced gives http.DefaultClient a transport with a chosen limit.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	http.DefaultClient.Transport = &http.Transport{IdleConnTimeout: 30 * time.Second}
	lambda.Start(func(ctx context.Context, event events.SQSEvent) error {
		for _, record := range event.Records {
			resp, err := http.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
			if err != nil {
				return err
			}
			resp.Body.Close()
		}
		return nil
	})
}
