package testfilesincluded

import (
	"net"
	"net/http"
	"testing"
	"time"
)

func TestTransport(t *testing.T) {
	client := http.Client{Transport: &http.Transport{}} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if _, err := client.Get("http://127.0.0.1:0"); err == nil {
		t.Fatal("no error")
	}
	d := net.Dialer{Timeout: time.Second}
	if _, err := d.Dial("tcp", "127.0.0.1:0"); err == nil {
		t.Fatal("no error")
	}
}
