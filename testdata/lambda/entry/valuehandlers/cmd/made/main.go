// Command made makes one in each invocation.
package main

import (
	"example.com/lambda/entry/valuehandlers/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type fetcher interface{ Fetch(string) error }

func fetch(f fetcher, url string) error { return f.Fetch(url) }

func handle(url string) error { return fetch(&api.API{}, url) }

func main() {
	api.Setup()
	lambda.Start(handle) // want `^lambda-idle: .+ at entry/valuehandlers/internal/api/api.go:12$`
}
