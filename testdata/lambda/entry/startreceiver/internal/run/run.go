// Package run has a handler that starts itself.
package run

import (
	"context"
	"log"

	"github.com/aws/aws-lambda-go/lambda"
)

// Logged is a handler that logs what another one fails with.
type Logged struct{ next lambda.Handler }

// New makes a Logged.
func New(next lambda.Handler) *Logged { return &Logged{next} }

// Invoke implements lambda.Handler.
func (l *Logged) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	out, err := l.next.Invoke(ctx, payload)
	if err != nil {
		log.Print(err)
	}
	return out, err
}

// Run starts l.
func (l *Logged) Run() { lambda.Start(l) }
