// Command field keeps the variable in a field of its own, behind an interface.
package main

import (
	"net/http"

	"example.com/lambda/lifetime/othervarpassed/internal/shared"
	"github.com/aws/aws-lambda-go/lambda"
)

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

type app struct{ d doer }

func (a *app) handle(url string) error {
	req, err := http.NewRequest(http.MethodPut, url, nil)
	if err != nil {
		return err
	}
	resp, err := a.d.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	a := &app{}
	a.d = shared.Default
	lambda.Start(a.handle) // want `^lambda-idle: .+ at lifetime/othervarpassed/internal/shared/shared.go:11$`
}
