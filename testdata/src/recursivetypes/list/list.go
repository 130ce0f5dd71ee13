// Package list has a list of clients.
package list

import "net/http"

// An Item has the rest of the list behind it.
type Item struct {
	Client *http.Client
	Next   *Item
}
