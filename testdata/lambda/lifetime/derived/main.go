// Command derived keeps what a method of a short-lived factory returns: the client lives on in it.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type factory struct {
	client *http.Client
	base   string
}

func (f *factory) sender(path string) *sender {
	return &sender{client: f.client, target: f.base + path}
}

type sender struct {
	client *http.Client
	target string
}

func (s *sender) Handle(ctx context.Context, event events.SQSEvent) error {
	for _, record := range event.Records {
		resp, err := s.client.Post(s.target, "application/json", strings.NewReader(record.Body))
		if err != nil {
			return err
		}
		resp.Body.Close()
	}
	return nil
}

func main() {
	f := &factory{
		client: &http.Client{Transport: &http.Transport{}}, // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
		base:   "https://api.example.com",
	}
	lambda.Start(f.sender("/v1/jobs").Handle)
}
