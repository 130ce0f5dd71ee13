// Package server is not test support, although the folder around it is called so.
package server

import "net/http"

var Transport = &http.Transport{} // want `transport: http.Transport does not set`
