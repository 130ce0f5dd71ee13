// Command failed hands on what another package's function says went wrong: Error is a method of no package.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/job"
	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

// An unsaved may have anything, so an error may lead to a client.
type unsaved struct {
	message string
	details any
}

func (u *unsaved) Error() string { return u.message }

type handler struct {
	job  *job.Job
	tree job.Tree
}

func (h *handler) handle(_ context.Context, url string) error {
	if err := h.job.Weekly(url); err != nil && job.Size(h.tree) == 0 {
		return &unsaved{"not saved", job.Because(err)}
	}
	return nil
}

func main() {
	h := &handler{job: job.New(media.New())}
	lambda.Start(h.handle) // want `^lambda-default: http.Get outlives the invocation .+ at lifetime/methodcalled/internal/media/media.go:29$`
}
