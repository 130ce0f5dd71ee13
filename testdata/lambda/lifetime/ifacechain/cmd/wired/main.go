// Command wired gets from one package what another one calls.
package main

import (
	"context"

	"example.com/lambda/lifetime/ifacechain/internal/generated"
	"example.com/lambda/lifetime/ifacechain/internal/graph"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	e := generated.New(generated.Config{Root: &graph.Resolver{}})
	lambda.Start(func(ctx context.Context, url string) error { // want `^lambda-idle: .+graph.go:11$`
		return e.Run("ingest", url)
	})
}
