// Command tool is one that only tests run: it is in a folder of theirs.
package main

import "net/http"

func main() {
	for {
		(&http.Client{Transport: &http.Transport{}}).Get("https://example.com")
	}
}
