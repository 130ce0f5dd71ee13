// Command served has a value that code out of sight gets, which may call the method that it knows.
package main

import (
	"net/http"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/awslabs/aws-lambda-go-api-proxy/httpadapter"
)

type site struct{}

// Refresh is for another program.
func (s site) Refresh(url string) error {
	_, err := http.PostForm(url, nil)
	return err
}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	resp, err := http.Post(r.URL.String(), "text/plain", nil) // want `^lambda-default: http.Post outlives the invocation on`
	if err == nil {
		resp.Body.Close()
	}
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/", site{})
	lambda.Start(httpadapter.New(mux).ProxyWithContext)
}
