// Command secret fetches a token before it starts, and keeps the token alone.
package main

import (
	"context"
	"io"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type handler struct {
	token string
}

func (h *handler) Handle(ctx context.Context, event events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	if event.Headers["Authorization"] != h.token {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusUnauthorized}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNoContent}, nil
}

func fetch(client *http.Client, url string) (string, error) {
	resp, err := client.Post(url, "application/json", nil)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	token, err := io.ReadAll(resp.Body)
	return string(token), err
}

func main() {
	client := &http.Client{Transport: &http.Transport{}}
	token, err := fetch(client, "https://vault.example.com/token")
	if err != nil {
		log.Fatal(err)
	}
	h := &handler{token: token}
	lambda.Start(h.Handle)
}
