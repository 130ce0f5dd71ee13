// Package e2e has a transport.
package e2e

import "net/http"

var Transport = &http.Transport{}
