// Package servertest has the name of the package around it and test, as net/http/httptest has.
package servertest

import "net/http"

var Transport = &http.Transport{}
