// Package other leaves what it gives to another package as it is.
package other

import (
	"net/http"

	"givenback/store"
)

func client() *store.Client {
	return store.NewClient(&http.Transport{MaxIdleConns: 100}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
}
