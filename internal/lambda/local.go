package lambda

import (
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// staysLocal reports whether all that the client sends is seen to go to this machine.
func (p *program) staysLocal(client *pointsto.Object) bool {
	sends := false
	for _, c := range p.callsOn[client] {
		switch key := pointsto.FuncKey(c.Fn); {
		case catalog.EffectOf(c.Fn.Pkg().Path(), key) == catalog.Request:
			if !p.local[c.Pos] {
				return false
			}
			sends = true
		case key == "Client.Do":
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
