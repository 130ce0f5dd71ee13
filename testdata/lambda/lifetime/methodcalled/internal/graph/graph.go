// Package graph asks its resolvers by interfaces, as code that is generated from a schema does.
package graph

import (
	"io"
	"net/http"
)

// A Root has the resolvers.
type Root interface{ Query() Query }

// A Query resolves queries.
type Query interface{ Price(url string) error }

// A Resolver is the one that there is.
type Resolver struct{}

// Query returns the resolver of queries.
func (r *Resolver) Query() Query { return &query{r} }

type query struct{ *Resolver }

func (q *query) Price(url string) error {
	resp, err := http.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// A Config has what a Schema needs.
type Config struct{ Resolvers Root }

// A Schema executes queries.
type Schema interface {
	Execute(w io.Writer, query string) error
}

// New makes a Schema.
func New(c Config) Schema { return &schema{c.Resolvers} }

type schema struct{ resolvers Root }

func (s *schema) Execute(_ io.Writer, query string) error { return s.resolvers.Query().Price(query) }
