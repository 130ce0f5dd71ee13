// Command routerinterface has groups of routes as an interface of another module.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/entry/routerinterface/internal/routes"
	"example.com/router"
	"github.com/aws/aws-lambda-go/lambda"
)

type bills struct{ client *http.Client }

func (b *bills) create(r *http.Request) error {
	resp, err := b.client.Post("https://api.example.com/v1/bills", "text/plain", r.Body)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type logger struct{ count int }

func (l *logger) Info(text string, args ...any) { l.count++ }

type app struct {
	router *router.App
	log    *logger
}

func (a *app) handle(ctx context.Context, text string) error {
	a.log.Info(text)
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://example.com", nil)
	if err != nil {
		return err
	}
	return a.router.Serve(r)
}

func main() {
	a := &app{router.New(), new(logger)}
	api := a.router.Group("/api")
	api.Post("/bills", (&bills{&http.Client{}}).create) // want `^lambda-default: http.Client `
	routes.Register(api.Group("/v2"), routes.New())
	router.New().Group("/unused").Post("/bills", (&bills{&http.Client{}}).create)
	routes.Log(a.log, &http.Client{})
	lambda.Start(a.handle) // want `^lambda-idle: http.Client .+ at entry/routerinterface/internal/routes/routes.go:16$`
}
