// Command wrapown wraps its own transport in a RoundTripper that adds a header.
package main

import (
	"context"
	"net/http"
	"os"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type authorized struct {
	next  http.RoundTripper
	token string
}

func (a *authorized) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Authorization", "Bearer "+a.token)
	return a.next.RoundTrip(req)
}

var client = &http.Client{ // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
	Transport: &authorized{
		next:  &http.Transport{MaxIdleConns: 10},
		token: os.Getenv("API_TOKEN"),
	},
}

func handle(ctx context.Context, event events.SQSEvent) error {
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
