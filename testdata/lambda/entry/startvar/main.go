// Command startvar starts by a variable, which its tests replace.
package main

import (
	"context"
	"net/http"

	"example.com/lambda/entry/startvar/api"
	"github.com/aws/aws-lambda-go/lambda"
)

var start = lambda.Start

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: `

func handle(ctx context.Context, body string) error {
	resp, err := client.Get("https://api.example.com/v1/health")
	if err != nil {
		return err
	}
	resp.Body.Close()
	return api.Create(body)
}

func main() {
	start(handle) // want `^lambda-idle: http.Client .+ at entry/startvar/api/client.go:9$`
}
