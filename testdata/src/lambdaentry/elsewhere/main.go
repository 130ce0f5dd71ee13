// Command elsewhere uses another package's client. Neither has a host in its path, nor a module.
package main

import (
	"context"

	"lambdaentry/api"
	"lambdaentry/platform"
)

func handle(ctx context.Context, event []byte) error { return api.Check(string(event)) }

func main() {
	platform.Run(handle) // want `^lambda-default: .+ at .*api/api.go:6$`
}
