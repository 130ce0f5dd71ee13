// Command leakpassedon gives transports to another module's constructor. What that returns is kept, or it is not.
package main

import (
	"context"
	"net/http"

	"example.com/chat"
	"github.com/aws/aws-lambda-go/lambda"
)

type app struct{ rooms, lazy *chat.Client }

// connect is a method, but only main calls it.
func (a *app) connect(token string) *chat.Client {
	return chat.NewClient(token, &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}) // want `^lambda-idle: `
}

func (a *app) warmUp() {
	resp, err := (&http.Client{Transport: &http.Transport{MaxIdleConns: 2}}).Get("https://config.example.com")
	if err == nil {
		resp.Body.Close()
	}
}

func (a *app) handle(ctx context.Context, text string) error {
	if a.lazy == nil {
		a.lazy = chat.NewClient("b", &http.Client{Transport: &http.Transport{MaxIdleConns: 3}}) // want `^lambda-idle: `
	}
	if err := a.lazy.Send(ctx, "lazy", text); err != nil {
		return err
	}
	each := chat.NewClient("c", &http.Client{Transport: &http.Transport{MaxIdleConns: 4}}) // want `^lambda-leak: `
	if err := each.Send(ctx, "each", text); err != nil {
		return err
	}
	return a.rooms.Send(ctx, "alerts", text)
}

func main() {
	a := &app{}
	a.warmUp()
	a.rooms = a.connect("a")
	lambda.Start(a.handle)
}
