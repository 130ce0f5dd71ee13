// Command pkgvar keeps its client in a package variable of main, the placement every tutorial shows.
package main

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const hook = "https://hooks.example.com/alerts"

var client = &http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	Timeout:   5 * time.Second, // limits a request, not how long its connection stays idle
	Transport: &http.Transport{TLSHandshakeTimeout: 5 * time.Second},
}

func handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := client.Post(hook, "application/json", strings.NewReader(record.Body))
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
