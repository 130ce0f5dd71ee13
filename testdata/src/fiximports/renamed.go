package fiximports

import (
	nethttp "net/http"
	_ "time"
	clock "time"
)

var _ = clock.Second

var renamed = &nethttp.Transport{Dial: dial} // want `transport`
