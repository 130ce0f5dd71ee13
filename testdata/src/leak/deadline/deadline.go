// Package deadline gives connections a deadline, with which idle ones end, too.
package deadline

import (
	"context"
	"net"
	"net/http"
	"time"
)

func timeoutDialer(connect, rw time.Duration) func(ctx context.Context, network, addr string) (net.Conn, error) {
	return func(_ context.Context, network, addr string) (net.Conn, error) {
		conn, err := net.DialTimeout(network, addr, connect)
		if err != nil {
			return nil, err
		}
		return conn, conn.SetDeadline(time.Now().Add(rw))
	}
}

func Fetch(url string) (*http.Response, error) {
	client := &http.Client{Transport: &http.Transport{DialContext: timeoutDialer(time.Second, time.Minute)}}
	return client.Get(url)
}

func Clone(url string) (*http.Response, error) {
	tr := http.DefaultTransport.(*http.Transport).Clone()
	tr.DialContext = timeoutDialer(time.Second, time.Minute)
	client := &http.Client{Transport: tr}
	return client.Get(url)
}

func Without(url string) (*http.Response, error) {
	dialer := &net.Dialer{Timeout: time.Second}
	client := &http.Client{Transport: &http.Transport{DialContext: dialer.DialContext}} // want `^leak: http.Transport is created on every call and does not set IdleConnTimeout \(its connections leak\); create it once$`
	return client.Get(url)
}
