// Command routesgiven has its routes from a package that gets the mux.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesgiven/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	mux := http.NewServeMux()
	routes.Register(mux)
	routes.Group(mux, routes.NewOrders())
	routes.Debug(http.NewServeMux()) // nobody serves this one
	routes.Unused()
	lambdaurl.Start(mux) // want `^lambda-default: http.Client .+ at entry/routesgiven/internal/routes/routes.go:19$` `^lambda-default: http.Post .+ at entry/routesgiven/internal/routes/routes.go:29$`
}
