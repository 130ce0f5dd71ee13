// Command timeline draws what becomes of an idle connection of the example, without an IdleConnTimeout and with one, as SVG. It takes
// the name of the file to write.
package main

import (
	"fmt"
	"os"
)

//go:generate go run . ../../../docs/frozen-connection.svg

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "timeline: it takes the name of the file to write")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(draw()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "timeline:", err)
		os.Exit(1)
	}
}
