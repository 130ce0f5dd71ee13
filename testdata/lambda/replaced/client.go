// Package replaced is a module of its own, which go.mod replaces by its folder.
package replaced

import "net/http"

var client = &http.Client{Transport: &http.Transport{}}

// Post posts.
func Post(url string) error {
	resp, err := client.Post(url, "text/plain", nil)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// Unused is used by nobody.
var Unused = &http.Client{}
