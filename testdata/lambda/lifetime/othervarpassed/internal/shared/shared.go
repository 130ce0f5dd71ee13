// Package shared has the clients of a whole repository.
package shared

import (
	"net/http"
	"time"
)

// Default never lets connections go; Careful does, and nobody takes Spare.
var (
	Default = &http.Client{Transport: &http.Transport{}}
	Careful = &http.Client{Transport: &http.Transport{IdleConnTimeout: 30 * time.Second}}
	Spare   = &http.Client{Transport: &http.Transport{}}
)
