// Command mux registers one.
package main

import (
	"net/http"

	"example.com/lambda/entry/valuehandlers/internal/api"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	api.Setup()
	mux := http.NewServeMux()
	mux.Handle("/", api.API{})
	lambdaurl.Start(mux) // want `^lambda-idle: .+ at entry/valuehandlers/internal/api/api.go:12$`
}
