// Command thirdparty hands its client to a module that is not its own; only the declarations of that may be in sight.
package main

import (
	"context"
	"net/http"
	"os"
	"time"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	rooms *chat.Client
}

func (h *handler) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := h.rooms.Send(ctx, "alerts", record.SNS.Message); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	client := &http.Client{Timeout: 5 * time.Second} // want `^lambda-default: http.Client outlives the invocation on http.DefaultTransport's 90s IdleConnTimeout \(`
	h := &handler{rooms: chat.NewClient(os.Getenv("CHAT_TOKEN"), client)}
	lambda.Start(h.Handle)
}
