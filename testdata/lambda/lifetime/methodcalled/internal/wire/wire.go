// Package wire puts a program together.
package wire

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/job"
	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

// An App is what main needs.
type App struct{ Weekly lambda.Handler }

// New makes an App.
func New() *App { return &App{Weekly: weekly{job.New(media.New())}} }

type weekly struct{ job *job.Job }

func (w weekly) Invoke(_ context.Context, payload []byte) ([]byte, error) {
	return nil, w.job.Weekly(string(payload))
}
