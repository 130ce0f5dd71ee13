// Command oncevalue keeps what sync.OnceValue computed in the first invocation.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var client = sync.OnceValue(func() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
})

func handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := client().Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
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
