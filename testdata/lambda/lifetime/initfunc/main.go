// Command initfunc makes its client in init.
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
	client *http.Client
	target string
)

func init() {
	target = os.Getenv("TARGET_URL")
	client = &http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		Transport: &http.Transport{MaxIdleConnsPerHost: 20},
	}
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post(target, "application/json", strings.NewReader(record.Body))
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
