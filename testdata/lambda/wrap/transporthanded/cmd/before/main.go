// Command before does so before it starts.
package main

import (
	"context"
	"net/http"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/lambda"
)

var poller = chat.NewPoller()

func handle(_ context.Context, room string) error { return poller.Poll(room) }

func main() {
	poller.WithTransport(http.DefaultTransport) // want `^lambda-default: http.DefaultTransport outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	lambda.Start(handle)
}
