// Command asked asks a container for what it needs.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/samber/do"
)

type handler struct{ client *http.Client }

func newHandler(i *do.Injector) (*handler, error) {
	return &handler{do.MustInvoke[*http.Client](i)}, nil
}

func (h *handler) handle(ctx context.Context, url string) error {
	resp, err := h.client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type unused struct{ client http.Client }

func newUnused(*do.Injector) (*unused, error) { return new(unused), nil }

func main() {
	i := do.New()
	do.Provide(i, newHandler)
	do.Provide(i, newUnused)
	do.ProvideValue(i, &http.Client{}) // want `^lambda-default: http.Client `
	lambda.Start(do.MustInvoke[*handler](i).handle)
}
