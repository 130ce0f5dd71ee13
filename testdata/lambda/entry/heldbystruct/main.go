// Command heldbystruct puts a value with methods into a struct of another module, which calls them.
package main

import (
	"context"
	"net/http"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/lambda"
)

type webhook struct{ url string }

func (h webhook) Received(ctx context.Context, text string) error {
	resp, err := http.Post(h.url, "text/plain", nil) // want `^lambda-default: http.Post `
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Archive is no method of a chat.Hook.
func (h webhook) Archive() {
	if resp, err := client.Post(h.url, "text/plain", nil); err == nil {
		resp.Body.Close()
	}
}

var client = &http.Client{Transport: &http.Transport{}}

type app struct{ hook chat.Hook }

func (a *app) handle(ctx context.Context, text string) error {
	bot := chat.Bot{Hooks: map[string]chat.Hook{"web": a.hook}}
	return bot.Run(ctx, text)
}

func main() {
	a := &app{hook: webhook{"https://hooks.example.com"}}
	lambda.Start(a.handle)
}
