// Command generic uses the generic StartHandlerFunc.
package main

import (
	"context"
	"net/http"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

type request struct {
	Name string `json:"name"`
}

type response struct {
	Status int `json:"status"`
}

var client = &http.Client{Transport: &http.Transport{}} // want `^lambda-idle: http.Client outlives the invocation and does not set IdleConnTimeout \(`

func handle(ctx context.Context, r request) (response, error) {
	resp, err := client.Post("https://api.example.com/v1/users", "text/plain", strings.NewReader(r.Name))
	if err != nil {
		return response{}, err
	}
	defer resp.Body.Close()
	return response{Status: resp.StatusCode}, nil
}

func main() {
	lambda.StartHandlerFunc(handle)
}
