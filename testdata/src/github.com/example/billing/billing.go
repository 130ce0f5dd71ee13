// Package billing is of another repository, which nobody can mend here.
package billing

import (
	"net/http"
	"strings"
)

var client = &http.Client{}

// Bill sends an order.
func Bill(order string) error {
	resp, err := client.Post("https://billing.example.com/v1/orders", "text/plain", strings.NewReader(order))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
