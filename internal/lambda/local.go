package lambda

import (
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// staysLocal reports whether all that the client sends is seen to go to this machine: rule 8. Extensions of a Lambda function listen in
// the same sandbox, and freeze and thaw along with it, so that their connections are not lost.
//
//	client.Get("http://localhost:2773/secretsmanager/get?secretId=" + id)
//
// A client that is not seen to send anything does not stay local: it may send in another package. One request to another host, or to a
// URL whose beginning is not a constant, is enough to have it reported. Requests of Do are told by what the source says of their URLs, or
// by the call that made them.
func (p *program) staysLocal(client *pointsto.Object) bool {
	is, known := p.stays[client]
	if !known {
		is = p.sendsLocally(client)
		p.stays[client] = is
	}
	return is
}

func (p *program) sendsLocally(client *pointsto.Object) bool {
	sends := false
	for _, c := range p.callsOn[client] {
		switch key := pointsto.FuncKey(c.Fn); {
		case catalog.EffectOf(c.Fn.Pkg().Path(), key) == catalog.Request:
			if !p.local[c.Pos] && !p.in.Net.SendsTo(c, catalog.IsLocal) {
				return false
			}
			sends = true
		case key == "Client.Do" && p.in.Net.SendsTo(c, catalog.IsLocal):
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
