// Command othermodule uses clients of other modules: one that is in a folder beside it, and one that others wrote.
package main

import (
	"context"

	"example.com/chat"
	"example.com/replaced"
	"github.com/aws/aws-lambda-go/lambda"
)

var poller = chat.NewPoller()

func handle(ctx context.Context, url string) error {
	if err := poller.Poll("alerts"); err != nil {
		return err
	}
	return replaced.Post(url)
}

func main() {
	lambda.Start(handle) // want `^lambda-idle: http.Client .+ at example.com/replaced/client.go:6$`
}
