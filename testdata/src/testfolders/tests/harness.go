// Package harness is in a folder of tests itself.
package harness

import "net/http"

var Transport = &http.Transport{}
