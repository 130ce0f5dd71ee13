// Command test is a command of that name, and not for tests.
package main

import "net/http"

var transport = &http.Transport{} // want `^transport: `

func main() {
	http.DefaultClient.Transport = transport
}
