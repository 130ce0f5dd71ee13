// Package otherpkg walks along a list that another package made.
package otherpkg

import (
	"net/http"
	"time"

	"recursivetypes/list"
)

var transport = &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`

func Tune(items *list.Item) {
	for i := items; i != nil; i = i.Next {
		i.Client.Timeout = time.Minute
		if i.Client.Transport == nil {
			i.Client.Transport = transport
		}
	}
}
