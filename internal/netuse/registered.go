package netuse

import (
	"slices"
	"strings"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// onlyRegistered reports whether transport o sends requests, all of them to URLs of protocols that are registered with it. Others send
// those, and o has no connections.
//
//	t := &http.Transport{}
//	t.RegisterProtocol("unix", sockets)
//	c := &http.Client{Transport: t}
//	resp, err := c.Get("unix:///containers")
//
// As for [plain.only], nobody else may have o or a client of it.
func (p *plain) onlyRegistered(o *pointsto.Object) bool {
	var schemes []string
	for _, c := range p.registrations(o) {
		if scheme := p.syntax.texts.text(c.Expr.Args[0]); scheme != "" {
			schemes = append(schemes, scheme+":")
		}
	}
	if len(schemes) == 0 {
		return false
	}
	senders := p.wrappersOf(o)
	if slices.ContainsFunc(senders, func(s *pointsto.Object) bool { return isProxy(s) || p.left[s] || p.dials.public[s] }) {
		return false
	}
	isRegistered := func(url string) bool {
		return slices.ContainsFunc(schemes, func(scheme string) bool { return strings.HasPrefix(url, scheme) })
	}
	some, all := p.sent(senders, func(c *pointsto.Call) sending { return when(p.syntax.texts.said(c.Expr.Args[0], isRegistered)) })
	return some && all
}

// registrations returns the calls that register a protocol with o.
func (p *plain) registrations(o *pointsto.Object) []*pointsto.Call {
	if p.registers == nil {
		p.registers = pointsto.NewIndex[*pointsto.Call](p.dials.graph)
		for _, c := range p.dials.graph.Calls() {
			if c.Expr != nil && isNamedFunc(c.Fn, "net/http", "RegisterProtocol") && len(c.Expr.Args) == 2 {
				p.registers.Add(c.Recv, c)
			}
		}
	}
	var out []*pointsto.Call
	for _, e := range p.registers.At(o) {
		out = append(out, e.Noted...)
	}
	return out
}
