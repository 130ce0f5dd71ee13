// Package generator is in a folder of tests.
package generator

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}
