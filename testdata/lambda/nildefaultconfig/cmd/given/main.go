// Command given passes a client in a struct, so the constructor's own never comes to be.
package main

import (
	"context"
	"net/http"
	"time"

	"example.com/lambda/nildefaultconfig/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var jobs = api.New(api.Config{
	Host: "api.example.com",
	HTTP: &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}},
})

func handle(ctx context.Context, body string) error {
	return jobs.Create(ctx, body)
}

func main() {
	lambda.Start(handle)
}
