package testfilesincluded_test

import (
	"net/http"
	"testing"
)

func TestExternal(t *testing.T) {
	client := http.Client{Transport: new(http.Transport)} // want `^transport: http.Transport does not set IdleConnTimeout \([^)]*\), DialContext \([^)]*\) and MaxIdleConnsPerHost \([^)]*\)(;|$)`
	if _, err := client.Get("http://127.0.0.1:0"); err == nil {
		t.Fatal("no error")
	}
}
