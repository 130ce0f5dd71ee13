// Command flagvar binds flags to fields of a transport.
package main

import (
	"flag"
	"net"
	"net/http"
	"time"
)

func full(fs *flag.FlagSet) http.RoundTripper {
	t := &http.Transport{DialContext: (&net.Dialer{Timeout: 5 * time.Second}).DialContext}
	fs.DurationVar(&t.IdleConnTimeout, "idle", time.Minute, "")
	fs.DurationVar(&t.TLSHandshakeTimeout, "handshake", time.Second, "")
	fs.IntVar(&t.MaxIdleConns, "conns", 100, "")
	fs.IntVar(&t.MaxIdleConnsPerHost, "per-host", 10, "")
	return t
}

var (
	transport http.Transport // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	dialer    net.Dialer
	loose     = &net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

func main() {
	flag.DurationVar(&transport.IdleConnTimeout, "idle", time.Minute, "")
	flag.DurationVar(&dialer.Timeout, "timeout", time.Second, "")
	flag.DurationVar(&loose.KeepAlive, "keepalive", time.Second, "")
	rt := full(flag.CommandLine)
	switched := keepAlives()
	flag.Parse()
	for _, client := range []*http.Client{{Transport: rt}, {Transport: &transport}, {Transport: switched}} {
		for range time.Tick(time.Minute) {
			_, _ = client.Get(flag.Arg(0))
		}
	}
	_, _ = dialer.Dial("tcp", flag.Arg(1))
	_, _ = loose.Dial("tcp", flag.Arg(1))
}

// Whether connections are kept at all is up to the flag.
func keepAlives() http.RoundTripper {
	t := &http.Transport{} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), TLSHandshakeTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	flag.BoolVar(&t.DisableKeepAlives, "no-keep-alives", false, "")
	return t
}
