// Command appcontext asks an interface of another package for what has the client.
package main

import (
	"context"

	"example.com/lambda/entry/appcontext/internal/app"
	"example.com/lambda/entry/appcontext/internal/mail"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ mails mail.Sender }

func (h *handler) handle(ctx context.Context, text string) error { return h.mails.Send(text) }

func main() {
	a := app.New()
	h := &handler{a.Mails()}
	lambda.Start(h.handle) // want `^lambda-idle: http.Client .+ at entry/appcontext/internal/mail/mail.go:19$`
}
