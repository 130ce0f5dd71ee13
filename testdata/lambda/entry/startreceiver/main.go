// Command startreceiver has another package's handler start itself, with its own one inside.
package main

import (
	"context"

	"example.com/lambda/entry/startreceiver/internal/api"
	"example.com/lambda/entry/startreceiver/internal/run"
)

type handler struct{}

func (handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	return nil, api.Create(string(payload))
}

func main() {
	run.New(handler{}).Run() // want `^lambda-idle: .+ at entry/startreceiver/internal/api/client.go:9$`
}
