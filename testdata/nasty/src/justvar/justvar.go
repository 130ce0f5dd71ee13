// Package justvar has one variable.
package justvar

import "net/http"

var _ http.Transport
