package lambda

import (
	"go/types"
	"path"
	"slices"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/paths"
	"github.com/transportlint/transportlint/internal/pointsto"
)

// pools finds the pools of database connections that would be reported if they outlived an invocation. From there on they are like
// clients.
//
//	var pool = &redis.Pool{Dial: dial}     // a value of the package
//	db, err := sql.Open("mysql", dsn)      // what a call returns
//	db := sqlx.MustConnect("mysql", dsn)   // likewise
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
			return o.Package == call.Fn.Pkg().Path() && slices.Contains(o.Funcs, pointsto.FuncKey(call.Fn))
		})
		if i < 0 || !call.Pos.IsValid() {
			continue
		}
		open := c.in.Openings[i]
		if texts := c.in.Net.Strings(call); len(texts) == 0 || !slices.Contains(open.Drivers, texts[0]) {
			continue
		}
		for _, o := range call.Returned() {
			if pointsto.IsType(o.Type(), open.In, open.Type) && !c.mayLimit(o, open) {
				f := found{Client: c.in.client(call.Pos, path.Base(open.In)+"."+open.Type), pos: call.Expr.Pos(), end: call.Expr.End()}
				f.Rule = Pool
				c.outlives[o] = f
			}
		}
	}
}

// mayLimit reports whether somebody sets the limit of pool o, or may: whoever gets it from an exported function or variable, and code
// that it is given to. Only a function of this module that returns something is taken to keep it, and no more. So is the package that
// opened it: it could have set the limit there.
//
//	db.SetConnMaxLifetime(time.Minute) // sets it
//	configure(db)                      // of another package: may
//	orm.Open(orm.Config{Conn: db})     // may
//	users := store.New(db)             // keeps it
//	sqlx.Get(db, &user, query)         // uses it, if sqlx opened it
func (c *clients) mayLimit(o *pointsto.Object, open catalog.Opening) bool {
	return c.in.Net.Returned(o) ||
		slices.ContainsFunc(c.withEmbedded(o), func(o *pointsto.Object) bool { return c.getsLimit(o, open) })
}

// getsLimit is what mayLimit asks of o and of what is embedded in it.
func (c *clients) getsLimit(o *pointsto.Object, open catalog.Opening) bool {
	if c.in.Net.HandedOut(o) {
		return true
	}
	for _, call := range c.in.Graph.Calls() {
		if call.Fn.Name() == open.Method && c.in.Graph.Holds(call.Recv, o) {
			return true
		}
		pkg := call.Fn.Pkg()
		if pointsto.IsStd(pkg) || pkg.Path() == open.Package || c.isOwnModule(pkg) && call.Fn.Signature().Results().Len() > 0 {
			continue
		}
		if slices.ContainsFunc(call.Args, func(n pointsto.Node) bool { return c.in.Graph.Holds(n, o) }) {
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

// withEmbedded returns o, and what its embedded fields hold, of which it has the methods:
//
//	db := sqlx.MustConnect("mysql", dsn)
//	db.SetConnMaxLifetime(time.Minute) // of db.DB
func (c *clients) withEmbedded(o *pointsto.Object) []*pointsto.Object {
	all := []*pointsto.Object{o}
	o.Fields(func(v *types.Var, n pointsto.Node) {
		if v.Embedded() {
			all = append(all, c.in.Graph.At(n)...)
		}
	})
	return all
}

func (c *clients) isOwnModule(p *types.Package) bool {
	return paths.SameModule(p.Path()+"/", c.in.Module, c.in.Pkg.Path())
}
