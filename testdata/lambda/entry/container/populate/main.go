// Command populate has a container fill a variable, and structs with fields for what there is.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/fx"
)

type made struct {
	fx.Out

	Client *http.Client
}

func newClient() made {
	return made{Client: &http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: http.Client `
}

type needs struct {
	fx.In

	Client *http.Client
	URL    target
}

type target struct{ url string }

type handler struct{ needs needs }

func newHandler(n needs) *handler { return &handler{n} }

func (h *handler) handle(ctx context.Context, body string) error {
	resp, err := h.needs.Client.Post(h.needs.URL.url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	var h *handler
	fx.New(fx.Provide(newClient, newHandler), fx.Supply(target{"https://api.example.com"}), fx.Populate(&h))
	lambda.Start(h.handle)
}
