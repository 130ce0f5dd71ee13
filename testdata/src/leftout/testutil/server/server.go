// Package server is test support by the folder that it is in.
package server

import "net/http"

var Transport = &http.Transport{}
