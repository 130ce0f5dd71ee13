// Command repo keeps one field of a container, which leads to no client.
package main

import (
	"context"
	"log"

	"example.com/lambda/facts/resultfields/internal/boot"
	"example.com/lambda/facts/resultfields/internal/di"
	"github.com/aws/aws-lambda-go/lambda"
)

var repo, again, third, fourth di.Repo

func init() {
	c, err := di.Init()
	if err != nil {
		log.Fatal(err)
	}
	repo = c.Repo
	if c, err = boot.Start(); err == nil {
		again = c.Repo
	}
	third = boot.New().Repo
	fourth = boot.NewServer().App.Repo
}

func handle(ctx context.Context, id string) (string, error) {
	again.Get(id)
	third.Get(id)
	fourth.Get(id)
	return repo.Get(id)
}

func main() { lambda.Start(handle) }
