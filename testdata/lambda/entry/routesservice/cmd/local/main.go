// Command local serves jobs that it keeps itself, after it has copied one.
package main

import (
	"net/http"

	"example.com/lambda/entry/routesservice/internal/jobs"
	"example.com/lambda/entry/routesservice/internal/memory"
	"example.com/lambda/entry/routesservice/internal/routes"
	"github.com/aws/aws-lambda-go/lambdaurl"
)

func main() {
	if jobs.New().Create("first") != nil {
		return
	}
	mux := http.NewServeMux()
	routes.Register(mux, memory.Jobs{"first": true})
	lambdaurl.Start(mux)
}
