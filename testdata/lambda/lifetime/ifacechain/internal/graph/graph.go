// Package graph implements what package generated calls.
package graph

import (
	"net/http"
	"strings"

	"example.com/lambda/lifetime/ifacechain/internal/generated"
)

var ingests = &http.Client{Transport: &http.Transport{}}

var deletes = &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}

// A Resolver is a generated.Root.
type Resolver struct{}

type mutation struct{ *Resolver }

type query struct{ *Resolver }

// Mutation returns what changes things.
func (r *Resolver) Mutation() generated.Mutation { return &mutation{r} }

// Query returns what looks at things.
func (r *Resolver) Query() generated.Query { return &query{r} }

func (m *mutation) Ingest(url string) error { return post(ingests, url) }

// Delete is not among what package generated calls.
func (m *mutation) Delete(url string) error { return post(deletes, url) }

func (q *query) Find(id string) error           { return nil }
func (q *query) Part(id string) generated.Query { return q }

func post(c *http.Client, url string) error {
	resp, err := c.Post(url, "", strings.NewReader(""))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
