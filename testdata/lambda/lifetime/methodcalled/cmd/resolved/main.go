// Command resolved gives resolvers to a schema.
package main

import (
	"context"
	"io"

	"example.com/lambda/lifetime/methodcalled/internal/graph"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ schema graph.Schema }

func (h handler) handle(_ context.Context, query string) error {
	return h.schema.Execute(io.Discard, query)
}

func main() {
	h := handler{graph.New(graph.Config{Resolvers: &graph.Resolver{}})}
	lambda.Start(h.handle) // want `^lambda-default: http.Post outlives the invocation .+ at lifetime/methodcalled/internal/graph/graph.go:24$`
}
