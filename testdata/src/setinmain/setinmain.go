// Command setinmain completes its package variables in main.
package main

import (
	"flag"
	"log"
	"net"
	"net/http"
	"time"
)

var (
	transport = &http.Transport{} // want `^transport: http.Transport does not set DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	client    = http.Client{Transport: transport}
	dialer    net.Dialer
	loose     net.Dialer // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
)

func main() {
	idle := flag.Duration("idle", time.Minute, "close idle connections after this long")
	flag.Parse()

	transport.IdleConnTimeout = *idle
	transport.TLSHandshakeTimeout = 5 * time.Second
	dialer.Timeout = 5 * time.Second
	for range time.Tick(time.Hour) {
		if err := run(flag.Arg(0)); err != nil {
			log.Fatal(err)
		}
	}
}

func run(addr string) error {
	for _, d := range []*net.Dialer{&dialer, &loose} {
		conn, err := d.Dial("tcp", addr)
		if err != nil {
			return err
		}
		conn.Close()
	}
	_, err := client.Get("http://" + addr)
	return err
}
