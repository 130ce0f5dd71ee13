// Command defaultmux has another package register on http.DefaultServeMux.
package main

import (
	"context"

	"example.com/lambda/entry/routesgiven/internal/routes"
	"github.com/fujiwara/ridge"
)

func main() {
	routes.Default()
	ridge.RunWithContext(context.Background(), ":8080", "/", nil) // want `^lambda-default: http.Post .+ at entry/routesgiven/internal/routes/routes.go:29$`
}
