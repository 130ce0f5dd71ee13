// Command own has types of its own, of which not each method is called.
package main

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

type source interface{ load(url string) error }

type remote struct{ *http.Client }

// Nothing calls warm, nor one of the methods of idle.
func (r remote) warm(url string) error {
	_, err := http.PostForm(url, nil)
	return err
}

func (r remote) load(url string) error {
	resp, err := http.Post(url, "text/plain", nil) // want `^lambda-default: http.Post outlives the invocation on`
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type idle struct{ secret *http.Client }

func (i idle) load(url string) error {
	_, err := i.secret.Get(url)
	return err
}

func (i idle) Do(url string) error {
	_, err := http.Get(url)
	return err
}

type handler struct {
	source source
	idle   idle
}

func (h *handler) handle(_ context.Context, url string) error { return h.source.load(url) }

func main() {
	h := &handler{remote{}, idle{}}
	lambda.Start(h.handle)
}
