// Command weekly has the same, and copies.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/job"
	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ job *job.Job }

func (h *handler) handle(_ context.Context, url string) error { return h.job.Weekly(url) }

func main() {
	h := &handler{job.New(media.New())}
	lambda.Start(h.handle) // want `^lambda-default: http.Get outlives the invocation .+ at lifetime/methodcalled/internal/media/media.go:29$`
}
