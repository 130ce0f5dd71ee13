// Package above has limits per host that the limit for all hosts keeps from being reached.
package above

import "net/http"

const perHost = 100

var transport = &http.Transport{
	MaxIdleConns:        10,
	MaxIdleConnsPerHost: perHost, // want `^value: http.Transport sets MaxIdleConnsPerHost to 100 \(never reached, as MaxIdleConns is 10\)$`
}

var fine = []*http.Transport{
	{MaxIdleConns: 100, MaxIdleConnsPerHost: 100},
	{MaxIdleConns: 1000, MaxIdleConnsPerHost: 100},
	{MaxIdleConns: 0, MaxIdleConnsPerHost: 100}, // no limit for all
	{MaxIdleConnsPerHost: 100},
	{MaxIdleConns: 10, MaxIdleConnsPerHost: -1},
	{MaxIdleConns: 10, MaxIdleConnsPerHost: 100, DisableKeepAlives: true},
}

func later(n int) *http.Transport {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
	tr.MaxIdleConns = n
	return tr
}

func laterConstant() *http.Transport {
	tr := &http.Transport{MaxIdleConns: 10, MaxIdleConnsPerHost: 100}
	tr.MaxIdleConns = 200
	return tr
}

func dynamic(n int) *http.Transport {
	return &http.Transport{MaxIdleConns: n, MaxIdleConnsPerHost: 100}
}
