// Command implements has a container with a value that implements what is asked for, and another one that is it.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/fx"
)

type notifier interface{ notify(url string) error }

type slack struct{ client *http.Client }

func newSlack() *slack { return &slack{&http.Client{}} }

func (s *slack) notify(url string) error {
	resp, err := s.client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type nobody struct{}

func newNobody() notifier { return nobody{} }

func (nobody) notify(url string) error { return nil }

type handler struct{ n notifier }

func newHandler(n notifier) *handler { return &handler{n} }

func (h *handler) handle(ctx context.Context, url string) error { return h.n.notify(url) }

func main() {
	fx.New(
		fx.Provide(newSlack, newNobody, newHandler),
		fx.Invoke(func(s *slack) error { return s.notify("https://api.example.com/started") }),
		fx.Invoke(func(h *handler) { lambda.Start(h.handle) }),
	).Run()
}
