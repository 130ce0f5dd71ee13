// Command server has a server that keeps the mux and registers itself.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesgiven/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	mux := http.NewServeMux()
	s := routes.NewServer(mux)
	s.Routes()
	lambdaurl.Start(mux) // want `^lambda-idle: http.Client .+ at entry/routesgiven/internal/routes/server.go:17$`
}
