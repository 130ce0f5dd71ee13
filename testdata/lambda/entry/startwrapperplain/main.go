// Command startwrapperplain starts through a package of the house, with an event type of its own.
package main

import (
	"context"
	"net/http"
	"strings"

	"example.com/lambda/entry/startwrapperplain/internal/bootstrap"
)

type job struct {
	Body string `json:"body"`
}

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func handle(ctx context.Context, j job) error {
	resp, err := client.Post("https://api.example.com/v1/jobs", "application/json", strings.NewReader(j.Body))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	bootstrap.Run(handle)
}
