// Command container has a container call its constructors.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/fx"
)

func newClient() *http.Client {
	return &http.Client{} // want `^lambda-default: http.Client `
}

type notifier interface{ notify(url string) error }

type slack struct{ client *http.Client }

func newSlack(c *http.Client) *slack { return &slack{c} }

func (s *slack) notify(url string) error {
	resp, err := s.client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type handler struct{ n notifier }

func newHandler(n notifier) (*handler, error) { return &handler{n}, nil }

func (h *handler) handle(ctx context.Context, url string) error { return h.n.notify(url) }

// Nobody asks the container for it.

type other http.Client

func newOther() *other { return &other{} }

func main() {
	fx.New(
		fx.Provide(newClient, newHandler, newOther, fx.Annotate(newSlack, fx.As(new(notifier)))),
		fx.Invoke(func(h *handler) { lambda.Start(h.handle) }),
	).Run()
}
