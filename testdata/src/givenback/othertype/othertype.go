// Package othertype configures a dialer that it gets back: that is no transport.
package othertype

import (
	"net"
	"net/http"
	"time"

	"givenback/store"
)

func dialer() {
	store.ShareDialer(&net.Dialer{})
	store.SharedDialer().Timeout = time.Second
	store.SharedDialer().KeepAlive = time.Minute
}

func transport() {
	store.Share(&http.Transport{}) // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	println(store.Shared().MaxIdleConns)
}
