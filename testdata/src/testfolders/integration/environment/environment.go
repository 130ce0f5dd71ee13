// Package environment is in a folder of the module's root that has tests.
package environment

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}
