// Command test is a part of the program: no folder around it is for tests.
package main

import (
	"net"
	"os"
)

func main() {
	conn, err := new(net.Dialer).Dial("tcp", os.Args[1]) // want `^dialer: net.Dialer does not set Timeout `
	if err == nil {
		conn.Close()
	}
}
