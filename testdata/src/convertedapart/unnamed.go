package convertedapart

import (
	"net/http"
	"time"
)

type holder struct{ t *http.Transport }

// A struct of a type without a name becomes one of any type like it, and the other way round, without a conversion.
func assigned() {
	var h holder = struct{ t *http.Transport }{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 10}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tune(h)
	var plain struct{ t *http.Transport } = holder{&http.Transport{MaxIdleConns: 100, MaxIdleConnsPerHost: 20}} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	tunePlain(plain)
}

func tune(v any) { v.(holder).t.IdleConnTimeout = time.Minute }

func tunePlain(v any) { v.(struct{ t *http.Transport }).t.IdleConnTimeout = time.Minute }
