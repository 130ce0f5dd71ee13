package lambda

import (
	"go/token"
	"slices"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A defaultPool is the pool of http.DefaultTransport, as far as the package has to do with it: rule 10. No allocation of the package
// stands for it.
type defaultPool struct {
	objects []*pointsto.Object // what stands for http.DefaultClient and for http.DefaultTransport
	pos     token.Pos          // where the package first refers to http.DefaultClient

	// Tuned says that the package chooses an IdleConnTimeout for http.DefaultTransport, or another transport for the client. Then it has
	// no lambda-default at all, wherever the assignment stands:
	//
	//	http.DefaultTransport.(*http.Transport).IdleConnTimeout = 30 * time.Second
	tuned bool
}

func newDefaultPool(g *pointsto.Graph) defaultPool {
	client, pos := g.Global("net/http", "DefaultClient")
	transport, _ := g.Global("net/http", "DefaultTransport")
	return defaultPool{
		objects: slices.Concat(client, transport),
		pos:     pos,
		tuned: slices.ContainsFunc(transport, func(o *pointsto.Object) bool { return o.Wrote("IdleConnTimeout").NonZero() }) ||
			slices.ContainsFunc(client, func(o *pointsto.Object) bool { return o.Wrote("Transport").NonZero() }),
	}
}
