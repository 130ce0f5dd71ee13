// Command stored has it in variables, and only saves by it.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/media"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	store               = media.Store
	other media.Service = media.Default
)

func handle(_ context.Context, name string) error {
	if err := other.Save(name); err != nil {
		return err
	}
	return store.Save(name)
}

func main() { lambda.Start(handle) }
