package fiximports

import "net/http"

var single = &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 1, TLSHandshakeTimeout: 1, Dial: dial} // want `IdleConnTimeout`
var both = &http.Transport{MaxIdleConns: 1, MaxIdleConnsPerHost: 1, TLSHandshakeTimeout: 1}               // want `IdleConnTimeout`
