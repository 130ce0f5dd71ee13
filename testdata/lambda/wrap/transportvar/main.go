// Command transportvar makes a client an invocation, all over one transport: the pool is what lives on.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var transport = &http.Transport{MaxIdleConnsPerHost: 10} // want `^lambda-idle: http.Transport outlives the invocation and does not set IdleConnTimeout \(`

func handle(ctx context.Context, event events.SQSEvent) error {
	client := &http.Client{Transport: transport, Timeout: 5 * time.Second}
	for _, record := range event.Records {
		resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(record.Body))
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
