package fiximports

import (
	"fmt"
	"net/http" // clients
	"strings"

	"fiximports/local"
)

func groups() {
	fmt.Println(strings.ToUpper(local.Name()))
	_, _ = (&http.Client{Transport: &http.Transport{}}).Get("https://example.com/") // want `transport`
}
