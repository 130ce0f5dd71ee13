// Command daily has a media.Service, and only saves by it: what Copy does is no matter.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/job"
	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	job    *job.Job
	direct media.Service
}

func (h *handler) handle(_ context.Context, name string) error {
	if err := h.direct.Save(name); err != nil {
		return err
	}
	return h.job.Daily(name)
}

func main() {
	s := media.New()
	h := &handler{job.New(s), s}
	lambda.Start(h.handle)
}
