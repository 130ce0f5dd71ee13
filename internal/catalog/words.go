package catalog

// String says what the test asks, as a sentence goes on behind the name of a field, or by itself for a circumstance of the value.
func (t Test) String() string {
	return map[Test]string{
		Set:                  "is set",
		True:                 "is true",
		Negative:             "is negative",
		MoreThanPerHost:      "is above 2",
		NoMoreThanPerHost:    "is at most 2",
		ClosedAfterUse:       "whoever has it always closes its idle connections",
		ClosedOften:          "a loop closes its idle connections again and again",
		NeverConnects:        "its dial functions always fail",
		DialsUnix:            "it dials unix sockets only",
		DialsTunnel:          "it dials through ssh only",
		DialsBounded:         "something else limits each dial",
		NoLimitChosen:        "it is made only where an option says that there is no limit",
		ClosedInTime:         "whoever has it always closes its idle connections, and its clients have a Timeout",
		PlainHTTP:            "all its requests go to http:// URLs",
		OnlyH2C:              "it only speaks unencrypted HTTP/2",
		ByProtocol:           "all its requests go to protocols that are registered with it",
		RequestsClose:        "each of its requests closes its connection",
		ConnsExpire:          "its dial function gives connections a deadline, idle or not",
		ConnsClosed:          "its dial function hands out connections that the function around it closes",
		RequestsBounded:      "the context of each of its requests has a deadline",
		NoPool:               "it only makes single connections",
		NeverSends:           "it sends nothing, and only one of its functions is taken",
		Brief:                "the program ends by itself",
		DialsSometimes:       "its dial function is nil on some path",
		DialsUnlimited:       "a net.Dialer without a limit dials for it",
		Fallback:             "it is made only where http.DefaultTransport is not an *http.Transport",
		Proxies:              "it is the Transport of an httputil.ReverseProxy",
		ClientTimesOut:       "its clients have a Timeout",
		LeaksPerCall:         "the rule leak says what follows",
		LikeDefaultTransport: "it has the values of http.DefaultTransport",
	}[t]
}
