// Command deadlinecommand may take no longer than a minute.
package main

import (
	"net"
	"time"
)

var dialer = net.Dialer{Deadline: time.Now().Add(time.Minute)}

func main() {
	conn, err := dialer.Dial("tcp", "example.com:80")
	if err == nil {
		conn.Close()
	}
}
