package fiximports

import (
	. "net/http"
	. "time"
)

var dot = &Transport{MaxIdleConns: int(Second), Dial: dial} // want `transport`
