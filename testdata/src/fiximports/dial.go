package fiximports

import "net"
import "errors"

func dial(network, addr string) (net.Conn, error) {
	if addr == "" {
		return nil, errors.New("no address")
	}
	return (&net.Dialer{}).Dial(network, addr) // want `dialer`
}
