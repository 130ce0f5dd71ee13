// Command ported puts together packages that know each other by interfaces of a third.
package main

import (
	"context"

	"example.com/lambda/lifetime/methodcalled/internal/hook"
	"example.com/lambda/lifetime/methodcalled/internal/ports"
	"example.com/lambda/lifetime/methodcalled/internal/service"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct{ todo ports.Case }

func (h handler) handle(_ context.Context, text string) error { return h.todo.Do(text) }

func main() {
	h := handler{service.New(hook.New("https://chat.example.com/hook"))}
	lambda.Start(h.handle) // want `^lambda-default: http.Post outlives the invocation .+ at lifetime/methodcalled/internal/hook/hook.go:23$`
}
