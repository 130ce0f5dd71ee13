// Command iface keeps one in an interface.
package main

import (
	"example.com/lambda/entry/valuehandlers/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type fetcher interface{ Fetch(string) error }

var f fetcher = api.API{}

func handle(url string) error { return f.Fetch(url) }

func main() {
	api.Setup()
	lambda.Start(handle) // want `^lambda-idle: .+ at entry/valuehandlers/internal/api/api.go:12$`
}
