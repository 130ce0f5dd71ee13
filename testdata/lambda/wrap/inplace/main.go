// Command inplace has a client whose transport another package wraps, and which goes through an option of a third one.
package main

import (
	"context"

	"example.com/lambda/wrap/inplace/internal/clients"
	"example.com/lambda/wrap/inplace/internal/service"
	"example.com/lambda/wrap/inplace/internal/telemetry"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	wrapped := service.New(service.WithClient(telemetry.Trace(clients.Default())))
	tuned := service.New(service.WithClient(telemetry.Tune(clients.Slow())))
	lambda.Start(func(ctx context.Context, url string) error { // want `^lambda-idle: http.Client .+ at wrap/inplace/internal/clients/clients.go:8$`
		if err := tuned.Send(url); err != nil {
			return err
		}
		return wrapped.Send(url)
	})
}
