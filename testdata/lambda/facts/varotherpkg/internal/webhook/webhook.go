// Package webhook does not know that it runs in a Lambda: nothing here is reported.
package webhook

import (
	"context"
	"net/http"
	"strings"
)

const target = "https://hooks.example.com/orders"

var client = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}

// Send posts one id.
func Send(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, target, strings.NewReader(id))
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
