package testfiles

import (
	"net"
	"net/http"
	"testing"
	"time"
)

// Tests are left out by default.
func TestTransport(t *testing.T) {
	Transport.IdleConnTimeout = time.Second
	client := http.Client{Transport: &http.Transport{}}
	if _, err := client.Get("http://127.0.0.1:0"); err == nil {
		t.Fatal("no error")
	}
	d := net.Dialer{} //transportlint:ignore dialer with nothing to silence, as long as tests are left out
	if _, err := d.Dial("tcp", "127.0.0.1:0"); err == nil {
		t.Fatal("no error")
	}
}
