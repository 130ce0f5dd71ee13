// Package facts has clients; its facts say what others do with them by its names. // want package:`effects\(Over#0 kept, Run#1 unseen, Setup#0\.Transport=positive\)` package:`lambda\(API.Copy offers \[lambda-leak facts.go:34\] retains \[-1\]; API.Do allocates \[lambda-leak facts.go:34\]; Fresh returns \[lambda-leak facts.go:34\] result outlives \[lambda-idle facts.go:34\]; Get outlives \[lambda-idle facts.go:14, lambda-default facts.go:22\]; New returns \[lambda-leak facts.go:50\] result outlives \[lambda-idle facts.go:50\] offers \[lambda-leak facts.go:34\]; Over offers \[lambda-leak facts.go:34\] retains \[0\]; Ping allocates \[lambda-leak facts.go:34\]; Run starts \[1\]; method Do calls \[lambda-leak facts.go:34\]; type API calls \[lambda-leak facts.go:34\] offers \[lambda-leak facts.go:34\]; var Client outlives \[lambda-default facts.go:13\]\)`
package facts

import (
	"context"
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
)

// Client can be used by everybody, and client only by this package.
var (
	Client = &http.Client{}
	client = &http.Client{Transport: &http.Transport{}}
)

// Get uses it, and http.DefaultClient as well.
func Get(url string) error {
	if _, err := client.Get(url); err != nil {
		return err
	}
	_, err := http.Get(url)
	return err
}

// Ping makes a client of its own each time, which is lost.
func Ping(url string) error {
	_, err := Fresh().Head(url)
	return err
}

// Fresh returns a new client each time.
func Fresh() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConns: 1}}
}

// Setup gives a client a transport.
func Setup(c *http.Client) {
	c.Transport = &http.Transport{MaxIdleConns: 2}
}

// An API keeps a client.
type API struct {
	http  *http.Client
	token string
}

// New makes an API with a client of its own.
func New(token string) *API {
	return &API{&http.Client{Transport: &http.Transport{MaxIdleConns: 3}}, token}
}

// Over makes an API with the client that it is given.
func Over(c *http.Client, token string) *API {
	return &API{c, token}
}

// Copy returns another API with the same client.
func (a *API) Copy(token string) *API {
	return &API{a.http, token}
}

// Do asks with the API's client, and with one that is lost.
func (a *API) Do(url string) error {
	if _, err := a.http.Get(url); err != nil {
		return err
	}
	return Ping(url)
}

// Run runs handlers.
func Run(name string, handler func(context.Context) error) {
	println(name)
	lambda.Start(handler)
}
