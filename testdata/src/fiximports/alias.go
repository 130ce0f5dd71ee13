package fiximports

import "net/http"

type transport = http.Transport
