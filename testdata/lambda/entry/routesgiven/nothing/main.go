// Command nothing has routes without clients.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesgiven/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	mux := http.NewServeMux()
	routes.Nothing(mux)
	lambdaurl.Start(mux)
}
