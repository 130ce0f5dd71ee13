// Command oncevaluehelper makes its clients in one helper: the one that sync.OnceValue keeps, and another one for bad times.
package main

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/lambda"
)

func build() *http.Client {
	return &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`
}

var client = sync.OnceValue(func() *http.Client { return build() })

var spare *http.Client

func handle(ctx context.Context, body string) error {
	resp, err := client().Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(body))
	if err == nil {
		return resp.Body.Close()
	}
	if spare == nil {
		spare = build()
	}
	if resp, err = spare.Post("https://spare.example.com/v1/jobs", "application/json", strings.NewReader(body)); err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	lambda.Start(handle)
}
