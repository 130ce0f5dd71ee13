// Package networkcircles has networks, conditions and requests that are made of themselves.
package networkcircles

import (
	"net"
	"net/http"
	"time"
)

// kind asks itself, and has one answer.
func kind(n int) string {
	if n > 0 {
		return kind(n - 1)
	}
	return "unix"
}

// Socket dials what kind says.
func Socket(path string) (net.Conn, error) {
	d := &net.Dialer{FallbackDelay: -1}
	return d.Dial(kind(3), path)
}

// other asks itself by way of a third one, and has two answers.
func other(n int) string {
	if n > 0 {
		return third(n)
	}
	return "unix"
}

func third(n int) string {
	if n > 1 {
		return other(n - 1)
	}
	return "tcp"
}

// Either dials what other says.
func Either(path string) (net.Conn, error) {
	d := &net.Dialer{FallbackDelay: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(other(3), path)
}

// never has no answer.
func never() string { return never() }

// Never dials it.
func Never(path string) (net.Conn, error) {
	d := &net.Dialer{FallbackDelay: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	return d.Dial(never(), path)
}

// Toggle has a condition that is what it is not.
func Toggle(network, host string) {
	d := &net.Dialer{FallbackDelay: -1} // want `^dialer: net.Dialer does not set Timeout \([^)]*\)(;|$)`
	var on bool
	for range 3 {
		on = !on
		if on {
			d.Dial(network, host)
		}
	}
}

// request makes itself again.
func request(tries int) (*http.Request, error) {
	if tries == 0 {
		return request(tries + 1)
	}
	return http.NewRequest("GET", "http://localhost/", nil)
}

// Plain sends it.
func Plain() (*http.Response, error) {
	t := &http.Transport{MaxIdleConnsPerHost: 5, MaxIdleConns: 5, IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext}
	c := &http.Client{Transport: t}
	r, err := request(0)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

// secure makes itself again, and is not plain.
func secure(tries int) (*http.Request, error) {
	if tries == 0 {
		return secure(tries + 1)
	}
	return http.NewRequest("GET", "https://example.com/", nil)
}

// Secure sends it.
func Secure() (*http.Response, error) {
	t := &http.Transport{MaxIdleConnsPerHost: 5, MaxIdleConns: 5, IdleConnTimeout: time.Second, DialContext: (&net.Dialer{Timeout: time.Second}).DialContext} // want `^transport: http.Transport does not set TLSHandshakeTimeout \([^)]*\)(;|$)`
	c := &http.Client{Transport: t}
	r, err := secure(0)
	if err != nil {
		return nil, err
	}
	return c.Do(r)
}

// doubled is twice doubled0, and so on: 2 to the power of 30 texts to put together.
func doubled() string  { return doubled0() + doubled0() }
func doubled0() string { return doubled1() + doubled1() }
func doubled1() string { return doubled2() + doubled2() }
func doubled2() string { return doubled3() + doubled3() }
func doubled3() string { return doubled4() + doubled4() }
func doubled4() string { return doubled5() + doubled5() }
func doubled5() string { return doubled6() + doubled6() }
func doubled6() string { return doubled7() + doubled7() }
func doubled7() string { return doubled8() + doubled8() }
func doubled8() string { return doubled9() + doubled9() }
func doubled9() string { return tenfold() + tenfold() + tenfold() + tenfold() + tenfold() }
func tenfold() string  { return deep() + deep() + deep() + deep() + deep() + deep() + deep() }
func deep() string     { return deeper() + deeper() + deeper() + deeper() + deeper() + deeper() }
func deeper() string   { return deepest() + deepest() + deepest() + deepest() + deepest() }
func deepest() string  { return "unix" }

// Doubled dials what begins with unix in any case.
func Doubled(path string) (net.Conn, error) {
	d := &net.Dialer{FallbackDelay: -1}
	return d.Dial(doubled(), path)
}
