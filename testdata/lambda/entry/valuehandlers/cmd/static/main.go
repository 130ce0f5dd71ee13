// Command static keeps one that has no client.
package main

import (
	"example.com/lambda/entry/valuehandlers/internal/api"
	"github.com/aws/aws-lambda-go/lambda"
)

type fetcher interface{ Fetch(string) error }

var f fetcher = api.Static{}

func handle(url string) error { return f.Fetch(url) }

func main() {
	api.Setup()
	lambda.Start(handle)
}
