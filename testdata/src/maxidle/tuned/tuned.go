// Package tuned sets http.DefaultTransport's own IdleConnTimeout.
package tuned

import (
	"net/http"
	"time"
)

func init() { http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second }

func Fetch(url string) { http.Get(url) }
