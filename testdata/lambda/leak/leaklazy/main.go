// Command leaklazy sets a field lazily, in a struct that each invocation makes anew: nothing is kept.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type session struct {
	client *http.Client
}

func (s *session) post(body string) error {
	if s.client == nil {
		s.client = &http.Client{
			Transport: &http.Transport{}, // want `^lambda-leak: http.Transport is created on every invocation and does not set IdleConnTimeout \(`
		}
	}
	resp, err := s.client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func handle(ctx context.Context, event events.SQSEvent) error {
	s := &session{}
	for _, record := range event.Records {
		if err := s.post(record.Body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
