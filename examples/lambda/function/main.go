// Command function takes an order and reserves its stock, with one POST to another service.
//
// It is an ordinary Lambda function, except that the environment variable CLIENT chooses which of five HTTP clients it keeps across its
// invocations. Each client has a file of its own.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

var clients = map[string]func() *http.Client{
	"zero":         zero,
	"default":      defaultClient,
	"explicit":     explicit,
	"below":        below,
	"nokeepalives": noKeepAlives,
}

// A function is what lives across invocations.
type function struct {
	client *http.Client
	stock  string // the URL of the service
}

type order struct {
	ID string `json:"id"`
}

func (f *function) handle(ctx context.Context, o order) error {
	body, err := json.Marshal(o)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.stock, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := f.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusNoContent {
		return fmt.Errorf("reserving stock for order %s: %s", o.ID, resp.Status)
	}
	return nil
}

func main() {
	newClient, ok := clients[os.Getenv("CLIENT")]
	if !ok {
		log.Fatalf("CLIENT=%q: there is no such client", os.Getenv("CLIENT"))
	}
	f := &function{client: newClient(), stock: os.Getenv("STOCK_URL")}
	lambda.Start(f.handle)
}
