// Command given passes a client in a struct, so the constructor's own never comes to be.
package main

import (
	"context"
	"log"
	"net/http"
	"time"

	"example.com/lambda/default/nildefaultconfig/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var (
	chosen = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}

	jobs   = api.New(api.Config{Host: "api.example.com", HTTP: chosen, Log: func(s string) { log.Print(s) }})
	orders = api.New(api.With(chosen, func(s string) { log.Print(s) }))
	mails  = api.New(derived())
)

func derived() api.Config {
	c := api.Config{Host: "api.example.com", HTTP: chosen}
	c.Base = &c
	return c
}

func handle(ctx context.Context, body string) error {
	for _, c := range []*api.Client{jobs, orders, mails} {
		if err := c.Create(ctx, body); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	lambda.Start(handle)
}
