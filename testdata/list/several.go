package list

import (
	"net/http"
	"os"
	"time"
)

// several has one of two constants.
func several(slow bool) *http.Client {
	timeout := 10 * time.Second
	if slow {
		timeout = time.Minute
	}
	return &http.Client{Timeout: timeout}
}

// passed has what its callers pass.
func passed(timeout time.Duration) *http.Client { return &http.Client{Timeout: timeout} }

func callers() (a, b *http.Client) { return passed(2 * time.Second), passed(3 * time.Second) }

// parsed has what a function returns.
func parsed() (*http.Client, error) {
	c := new(http.Client)
	var err error
	c.Timeout, err = time.ParseDuration(os.Getenv("TIMEOUT"))
	return c, err
}
