// Command server is no Lambda function: a method that is called like the entry point is none.
package main

import (
	"context"
	"net/http"

	"lambdaentry/platform"
)

var client = &http.Client{}

func handle(ctx context.Context, event []byte) error {
	resp, err := client.Get("https://api.example.com/" + string(event))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() { platform.Server{}.Run(handle) }
