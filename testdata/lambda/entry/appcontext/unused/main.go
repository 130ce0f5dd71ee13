// Command unused asks for something else than what has the client.
package main

import (
	"context"
	"log/slog"

	"example.com/lambda/entry/appcontext/internal/app"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ log *slog.Logger }

func (h *handler) handle(ctx context.Context, text string) error {
	h.log.Info(text)
	return nil
}

func main() {
	a := app.New()
	h := &handler{a.Log()}
	lambda.Start(h.handle)
}
