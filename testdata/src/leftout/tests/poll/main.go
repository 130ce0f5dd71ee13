// Command poll stands in a folder of tests.
package main

import "net/http"

var transport = &http.Transport{}

func main() {
	http.DefaultClient.Transport = transport
}
