// Command mailer keeps a field that holds a client behind an interface.
package main

import (
	"context"

	"example.com/lambda/facts/resultfields/internal/di"
	"github.com/aws/aws-lambda-go/lambda"
)

type app struct{ mailer di.Mailer }

func (a *app) handle(ctx context.Context, body string) error { return a.mailer.Send(body) }

func main() {
	c, err := di.Init()
	if err != nil {
		return
	}
	a := &app{c.Mailer}
	lambda.Start(a.handle) // want `^lambda-idle: .+ at facts/resultfields/internal/di/di.go:78$`
}
