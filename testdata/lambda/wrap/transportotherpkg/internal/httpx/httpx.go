// Package httpx holds the house's transport.
package httpx

import "net/http"

// Transport is shared.
var Transport = &http.Transport{MaxIdleConns: 100}
