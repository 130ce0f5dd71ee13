// Command cloneown clones its own transports: one without a limit, one with.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	base   = &http.Transport{MaxIdleConns: 10}
	chosen = &http.Transport{IdleConnTimeout: 30 * time.Second}

	orders  = &http.Client{Transport: base.Clone()} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	refunds = &http.Client{Transport: chosen.Clone()}
)

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := orders.Post("https://api.example.com/v1/orders", "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
		resp, err = refunds.Post("https://api.example.com/v1/refunds", "application/json", strings.NewReader(record.Body))
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
