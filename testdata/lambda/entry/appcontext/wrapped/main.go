// Command wrapped has its handlers wrapped by an interface of another package.
package main

import (
	"net/http"

	"example.com/lambda/entry/appcontext/internal/app"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

type orders struct{ client *http.Client }

func (o *orders) create(r *http.Request) int {
	resp, err := o.client.Post("https://api.example.com/v1/orders", "text/plain", r.Body)
	if err != nil {
		return http.StatusBadGateway
	}
	resp.Body.Close()
	return http.StatusOK
}

func main() {
	logger := app.New().Logger()
	used := &orders{&http.Client{}} // want `^lambda-default: http.Client `
	dropped := &orders{&http.Client{}}
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", logger.Around(used.create))
	mux.HandleFunc("/statuses", logger.Statuses(dropped.create))
	lambdaurl.Start(mux)
}
