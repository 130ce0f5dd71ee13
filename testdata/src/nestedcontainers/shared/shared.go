// Package shared has a container that other packages fill.
package shared

import "net/http"

var ByHost = map[string][]*http.Transport{}
