// Command own implements itself what another package calls.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/lifetime/ifacechain/internal/generated"
	"github.com/aws/aws-lambda-go/lambda"
)

type resolver struct{ http *http.Client }

func (r *resolver) Mutation() generated.Mutation { return &mutation{r} }
func (r *resolver) Query() generated.Query       { return &query{r, nil} }

type mutation struct{ *resolver }

func (m *mutation) Ingest(url string) error {
	resp, err := m.http.Post(url, "", strings.NewReader(""))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type query struct {
	*resolver
	whole *query
}

func (q *query) Part(id string) generated.Query { return &query{q.resolver, q} }

func (q *query) Find(id string) error {
	resp, err := http.Post("https://example.com/"+id, "", nil) // want `^lambda-default: http.Post `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (q *query) forget(id string) error {
	c := &http.Client{Transport: &http.Transport{}} // nobody calls forget
	resp, err := c.Get("https://example.com/" + id)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	r := &resolver{&http.Client{Transport: &http.Transport{}}} // want `^lambda-idle: `
	e := generated.New(generated.Config{Root: r})
	lambda.Start(func(ctx context.Context, url string) error { return e.Run("ingest", url) })
}
