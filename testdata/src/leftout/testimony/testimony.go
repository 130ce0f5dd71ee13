// Package testimony has a transport.
package testimony // is no test support

import "net/http"

var Transport = &http.Transport{} // want `^transport: `
