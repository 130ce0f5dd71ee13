// Package testutil has a transport.
package testutil

import "net/http"

var Transport = &http.Transport{}
