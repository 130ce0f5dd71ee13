// Command cmd knows its notifier only as an interface; the constructor returns the interface too.
package main

import (
	"context"

	"example.com/lambda/lifetime/ifaceotherpkg/internal/notify"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	notifier notify.Notifier
}

func (h *handler) Handle(ctx context.Context, event events.SNSEvent) error {
	for _, record := range event.Records {
		if err := h.notifier.Notify(ctx, record.SNS.Subject); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	h := &handler{notifier: notify.New("https://chat.example.com/hook")}
	lambda.Start(h.Handle) // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(.+ at lifetime/ifaceotherpkg/internal/notify/notify.go:22$`
}
