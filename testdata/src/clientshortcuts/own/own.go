// Package own gives http.DefaultClient a limit, for http.Get and its like as well.
package own

import (
	"net/http"
	"time"
)

func init() {
	c := http.DefaultClient
	c.Timeout = time.Minute
}

func Fetch(u string) (*http.Response, error) { return http.Get(u) }

func Do(req *http.Request) (*http.Response, error) { return http.DefaultClient.Do(req) }
