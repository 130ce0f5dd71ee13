// Command ifaceliteral makes another package's API client by itself, and knows it as an interface.
package main

import (
	"context"

	"example.com/lambda/lifetime/ifaceliteral/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type creator interface {
	Create(ctx context.Context, body string) error
}

type service struct{ jobs creator }

func (s *service) handle(ctx context.Context, body string) error {
	return s.jobs.Create(ctx, body)
}

func main() {
	s := &service{jobs: &api.Client{Host: "api.example.com"}}
	lambda.Start(s.handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at lifetime/ifaceliteral/internal/api/client.go:16$`
}
