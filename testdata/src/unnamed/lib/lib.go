// Package lib has types that lead to transports.
package lib

import "net/http"

type Transports []http.Transport

type Options struct{ Transport *http.Transport }
