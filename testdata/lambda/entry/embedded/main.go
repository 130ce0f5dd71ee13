// Command embedded starts a method that its handler has from an embedded field.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type poster struct {
	client *http.Client
}

func (p *poster) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		resp, err := p.client.Post("https://hooks.example.com/sns", "text/plain", strings.NewReader(record.SNS.Message))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

type handler struct {
	*poster
	name string
}

func main() {
	h := handler{
		poster: &poster{client: &http.Client{Transport: &http.Transport{}}}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		name:   "alerts",
	}
	lambda.Start(h.Handle)
}
