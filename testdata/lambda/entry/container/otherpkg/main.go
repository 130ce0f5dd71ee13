// Command otherpkg has the constructors of other packages called.
package main

import (
	"example.com/lambda/entry/container/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
	"go.uber.org/fx"
)

func main() {
	fx.New(
		fx.Provide(api.NewClient, api.New),
		fx.Invoke(start),
	).Run()
}

func start(h *api.Handler) {
	lambda.Start(h.Handle) // want `^lambda-default: http.Client .+ at entry/container/internal/api/api.go:14$`
}
