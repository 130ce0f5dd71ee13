package lambda

import (
	"strings"

	"github.com/transportlint/transportlint/internal/flow"
)

// isLocal reports whether url leads to this machine: an extension, which is frozen along with the function.
func isLocal(url string) bool {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return false
	}
	for _, host := range []string{"localhost", "127.0.0.1", "[::1]", "sandbox.localdomain", "sandbox:"} {
		if strings.HasPrefix(rest, host) {
			return true
		}
	}
	return false
}

// staysLocal reports whether all that the client sends is seen to go to this machine.
func (p *program) staysLocal(client *flow.Object) bool {
	sends := false
	for _, c := range p.callsOn[client] {
		switch c.Fn.Name() {
		case "Get", "Head", "Post", "PostForm":
			if !p.local[c.Pos] {
				return false
			}
			sends = true
		case "Do":
			for _, req := range p.in.Graph.At(c.Args[0]) {
				made, _ := req.FromOutside()
				if made == nil || !p.local[made.Pos] {
					return false
				}
				sends = true
			}
		}
	}
	return sends
}
