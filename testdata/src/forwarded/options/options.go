// Package options names the type for those who do not.
package options

import "net/http"

type Options struct{ Transport *http.Transport }
