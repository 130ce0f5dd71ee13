package lambda

import (
	"go/types"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/netuse"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// pools finds the pools of database connections that would be reported if they outlived an invocation. From there on they are like
// clients.
//
//	var pool = &redis.Pool{Dial: dial}     // a value of the package
//	db, err := sql.Open("mysql", dsn)      // what a call returns
func (c *clients) pools() {
	for _, s := range c.in.Pools {
		if !s.Overwritten {
			f := c.found(s, s.Type.Pkg().Name()+"."+s.Type.Name())
			f.Rule = Pool
			c.outlives[s.Object()] = f
		}
	}
	for _, call := range c.in.Graph.Calls() {
		i := slices.IndexFunc(c.in.Openings, func(o catalog.Opening) bool {
			return o.Package == call.Fn.Pkg().Path() && o.Func == pointsto.FuncKey(call.Fn)
		})
		if i < 0 || !call.Pos.IsValid() {
			continue
		}
		open := c.in.Openings[i]
		if texts := c.in.Net.Strings(call); len(texts) == 0 || !slices.Contains(open.Drivers, texts[0]) {
			continue
		}
		for _, o := range call.Returned() {
			if n, ok := types.Unalias(o.Type()).(*types.Named); ok && n.Obj().Name() == open.Type && !c.mayLimit(o, open) {
				f := found{Client: Client{Place: c.in.place(call.Pos), Type: n.Obj().Pkg().Name() + "." + open.Type, Rule: Pool}}
				f.pos, f.end = call.Expr.Pos(), call.Expr.End()
				c.outlives[o] = f
			}
		}
	}
}

// mayLimit reports whether somebody sets the limit of pool o, or may: whoever gets it from an exported function or variable, and code
// that it is given to. Only a function of this module that returns something is taken to keep it, and no more:
//
//	db.SetConnMaxLifetime(time.Minute) // sets it
//	configure(db)                      // of another package: may
//	orm.Open(orm.Config{Conn: db})     // may
//	users := store.New(db)             // keeps it
func (c *clients) mayLimit(o *pointsto.Object, open catalog.Opening) bool {
	if c.in.Net.Returned(o) {
		return true
	}
	for _, call := range c.in.Graph.Calls() {
		if call.Fn.Name() == open.Method && c.in.Graph.Holds(call.Recv, o) {
			return true
		}
		gets := slices.ContainsFunc(call.Args, func(n pointsto.Node) bool { return c.in.Graph.Holds(n, o) })
		if gets && !pointsto.IsStd(call.Fn.Pkg()) && (call.Fn.Signature().Results().Len() == 0 || !c.isOwnModule(call.Fn.Pkg())) {
			return true
		}
	}
	for h := range c.in.Graph.Leaving {
		if h.Owner != nil && c.in.Graph.Holds(h.Val, o) {
			return true
		}
	}
	return false
}

func (c *clients) isOwnModule(p *types.Package) bool {
	return netuse.SameModule(p.Path()+"/", c.in.Module, c.in.Pkg.Path())
}
