// Package api talks to the orders API.
package api

import (
	"net/http"
	"strings"
)

var client = &http.Client{}

// Create sends an order.
func Create(order string) error {
	resp, err := client.Post("https://api.example.com/v1/orders", "text/plain", strings.NewReader(order))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
