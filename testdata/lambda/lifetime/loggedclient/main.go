// Command loggedclient logs a client before it starts. The logger is kept, and does not keep that.
package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var logger = slog.New(slog.NewJSONHandler(os.Stderr, nil))

func handle(ctx context.Context, body string) error {
	logger.InfoContext(ctx, "handled", "body", body)
	return nil
}

func main() {
	probe := &http.Client{Transport: &http.Transport{}}
	resp, err := probe.Get("https://api.example.com/v1/health")
	if err != nil {
		logger.Error("no answer", "client", probe, "error", err)
		os.Exit(1)
	}
	logger.Info("ready", "client", probe, "status", resp.Status)
	lambda.Start(handle)
}
