// Package loops makes and configures values in loops of every form.
package loops

import (
	"errors"
	"net"
	"net/http"
	"time"
)

func counted(addrs []string) []*net.Dialer {
	list := make([]*net.Dialer, len(addrs))
	for i := 0; i < len(addrs); i++ {
		list[i] = &net.Dialer{}
	}
	for i := 0; i < len(list); i++ {
		list[i].Timeout = time.Second
	}
	return list
}

func labelled(all []*net.Dialer) []*net.Dialer {
	list := append(all, &net.Dialer{})
each:
	for _, d := range list {
		for _, e := range all {
			if d == e {
				continue each
			}
		}
		d.Timeout = time.Second
	}
	return list
}

func retried(addr string) (net.Conn, error) {
	for try := 0; try < 3; try++ {
		d := net.Dialer{} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
		if conn, err := d.Dial("tcp", addr); err == nil {
			return conn, nil
		}
	}
	return nil, errors.New("tried in vain")
}

// One connection for each address.
func perAddress(addrs []string) http.RoundTripper {
	t := &http.Transport{IdleConnTimeout: time.Minute} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\) and DialContext \([^)]*\)(;|$)`
	for range addrs {
		t.MaxIdleConns++
		t.MaxIdleConnsPerHost += 1
	}
	return t
}
