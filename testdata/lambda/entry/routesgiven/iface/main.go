// Command iface passes its mux as an interface, and what it registers on it is its own.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesgiven/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

type hook struct{ client *http.Client }

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if resp, err := h.client.Post("https://api.example.com/v1/hooks", "text/plain", r.Body); err == nil {
		resp.Body.Close()
	}
}

func main() {
	mux := http.NewServeMux()
	routes.Add(mux, &hook{&http.Client{}}) // want `^lambda-default: http.Client `
	routes.Ignore(mux, &hook{&http.Client{}})
	lambdaurl.Start(mux)
}
