package bound

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"time"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/transportlint/transportlint/internal/pointsto"
)

// A follower goes from a field back to the constants that come to be in it, and to the exported names by which those of other
// packages do.
type follower struct {
	*source
	bound Bound
	seen  map[visit]bool
	lost  map[ast.Expr]bool // what is stored in the field and does not matter
	found []Finding
	flows []Flow
}

// A visit is a place that the follower was at: a variable with its element, or a result of a function, and the factor.
type visit struct {
	of     types.Object
	index  string
	factor int64
	call   *ast.CallExpr
}

// A frame is the call by which the follower came into a function: its parameters are what this call passes.
//
//	IdleConnTimeout:     env("IDLE", 30*time.Second),
//	TLSHandshakeTimeout: env("TLS", 90*time.Second), // not an IdleConnTimeout
type frame struct {
	of   *types.Func
	call *ast.CallExpr
	up   *frame
}

func (fr *frame) at() *ast.CallExpr {
	if fr == nil {
		return nil
	}
	return fr.call
}

// maxVisits bounds the work for one bound of one package.
const maxVisits = 100_000

// first reports whether v is a new place to go to.
func (f *follower) first(v visit) bool {
	if f.seen[v] || len(f.seen) > maxVisits {
		return false
	}
	f.seen[v] = true
	return true
}

// imported goes on from what the facts of imported packages say of the field, and reports whether it is a time.Duration.
func (f *follower) imported() (duration bool) {
	if f.Imported == nil {
		return false
	}
	for _, p := range f.Pkg.Imports() {
		fact := f.Imported(p)
		if fact == nil {
			continue
		}
		field := fact.field(f.bound)
		if field == nil {
			continue
		}
		f.read()
		duration = field.Duration
		for _, flow := range field.Flows {
			if o := find(p, flow.Of); o != nil {
				f.enter(o, flow)
			}
		}
	}
	return duration
}

// find returns the object of p that facts call by that name, or nil.
func find(p *types.Package, name string) types.Object {
	first, second, isMember := cut(name)
	o := p.Scope().Lookup(first)
	if o == nil || !isMember {
		return o
	}
	member, _, _ := types.LookupFieldOrMethod(o.Type(), true, p, second)
	return member
}

func cut(name string) (first, second string, ok bool) {
	for i := range name {
		if name[i] == '.' {
			return name[:i], name[i+1:], true
		}
	}
	return name, "", false
}

// enter goes on from an object of another package.
func (f *follower) enter(o types.Object, flow Flow) {
	switch o := o.(type) {
	case *types.Var:
		f.stored(o, flow.Factor, false, nil)
	case *types.Func:
		f.passed(param{o, flow.Param, o.Signature().Variadic() && flow.Param == o.Signature().Params().Len()-1}, "", flow.Factor, nil)
	}
}

// stored looks at what is stored in v, by itself if direct. What is kept outlives the call that it was kept by. All values of a
// type parameter share what is stored in one of them, so nothing is said of that.
func (f *follower) stored(v *types.Var, factor int64, direct bool, in *frame) {
	f.read()
	if v.IsField() || v.Parent() == f.Pkg.Scope() {
		in = nil
	}
	if _, generic := types.Unalias(v.Type()).(*types.TypeParam); generic && in == nil || !f.first(visit{v, "", factor, in.at()}) {
		return
	}
	for _, val := range f.stores[v] {
		if !f.dead[val.e] && (!direct || !f.lost[val.e]) {
			f.follow(val, factor, direct, in)
		}
	}
	if at, text := f.tagDefault(v); at != nil {
		if n, ok := number(text); ok && f.bound.breaks(n*factor) && n != 0 {
			f.found = append(f.found, Finding{Pos: at.Pos(), End: at.End(), Value: n * factor})
		}
	}
	f.exported(v, noParam, factor)
	if p, ok := f.params[v]; ok {
		f.passed(p, "", factor, in)
	}
}

// number returns the number, or the duration in nanoseconds, that text says.
func number(text string) (n int64, ok bool) {
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	d, err := time.ParseDuration(text)
	return int64(d), err == nil
}

// passed looks at what p is given where its function is called: by the call of in, if that is one of it. Of a variadic one it is the
// argument with that index, if that is known.
func (f *follower) passed(p param, index string, factor int64, in *frame) {
	i := p.index
	if p.last {
		n, err := strconv.Atoi(index)
		if err != nil {
			return
		}
		i += n
	}
	for ; in != nil; in = in.up {
		if in.of == p.of {
			f.argument(p, i, in.call, factor, in.up)
			return
		}
	}
	if p.of == nil || !f.first(visit{p.of, strconv.Itoa(p.index) + "#" + index, factor, nil}) {
		return
	}
	if v, ok := p.of.(*types.Var); ok && len(f.stores[v]) != 1 {
		return // it may hold another function
	}
	for _, c := range f.calls[p.of] {
		f.argument(p, i, c, factor, nil)
	}
	fn, ok := p.of.(*types.Func)
	if !ok {
		return
	}
	if i < 0 { // by an interface, too
		for _, e := range f.made[pointsto.Named(fn.Signature().Recv().Type())] {
			f.follow(value{e, 0}, factor, false, nil)
		}
	}
	f.exported(fn, p.index, factor)
}

// argument looks at argument i of c, which p is given.
func (f *follower) argument(p param, i int, c *ast.CallExpr, factor int64, in *frame) {
	switch {
	case p.last && c.Ellipsis.IsValid():
	case i >= 0 && i < len(c.Args):
		f.follow(value{c.Args[i], 0}, factor, false, in)
	case i < 0:
		if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
			f.follow(value{sel.X, 0}, factor, false, in)
		}
	}
}

// exported notes that importers of the package reach the field by o, if they can name it.
func (f *follower) exported(o types.Object, param int, factor int64) {
	if o.Pkg() != f.Pkg || !o.Exported() || f.Pkg.Name() == "main" {
		return
	}
	of := o.Name()
	switch o := o.(type) {
	case *types.Func:
		of = pointsto.FuncKey(o)
		if r := o.Signature().Recv(); r != nil {
			if tn := pointsto.Named(r.Type()); tn == nil || !tn.Exported() {
				return
			}
		}
	case *types.Var:
		if o.IsField() {
			owner := f.owner(o)
			if owner == "" {
				return
			}
			of = owner + "." + of
		} else if o.Parent() != f.Pkg.Scope() {
			return
		}
	}
	f.flows = append(f.flows, Flow{of, param, factor})
}

// owner returns the exported struct type of the package that declares field, or nothing.
func (f *follower) owner(field *types.Var) string {
	scope := f.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !tn.Exported() || tn.IsAlias() {
			continue
		}
		if s, ok := tn.Type().Underlying().(*types.Struct); ok && slices.Contains(slices.Collect(s.Fields()), field) {
			return name
		}
	}
	return ""
}

// follow looks at a value that, times factor, is stored, by itself if direct.
func (f *follower) follow(val value, factor int64, direct bool, in *frame) {
	e := ast.Unparen(val.e)
	if v := f.Info.Types[e].Value; v != nil {
		// What passes a zero on may stand for a default.
		if n, ok := integer(v); ok && f.bound.breaks(n*factor) && (n != 0 || direct) {
			f.found = append(f.found, Finding{Pos: e.Pos(), End: e.End(), Value: n * factor})
		}
		return
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op != token.MUL {
			return
		}
		for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
			if v := f.Info.Types[side[1]].Value; v != nil {
				if n, ok := integer(v); ok {
					f.follow(value{side[0], 0}, factor*n, direct, in)
				}
			}
		}
	case *ast.CallExpr:
		f.call(x, val.result, factor, direct, in)
	case *ast.IndexExpr:
		if key := f.Info.Types[x.Index].Value; key != nil {
			f.element(f.variable(x.X), key.ExactString(), factor, in)
		}
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr:
		if v := f.variable(e); v != nil {
			f.stored(v, factor, false, in)
		}
	}
}

// element looks at the element of a container with that key, or index.
func (f *follower) element(v *types.Var, key string, factor int64, in *frame) {
	if v == nil || !f.first(visit{v, key, factor, in.at()}) {
		return
	}
	for _, val := range f.stores[v] {
		lit, ok := ast.Unparen(val.e).(*ast.CompositeLit)
		if !ok {
			continue
		}
		for i, e := range lit.Elts {
			at := strconv.Itoa(i)
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				k := f.Info.Types[kv.Key].Value
				if k == nil {
					continue
				}
				at, e = k.ExactString(), kv.Value
			}
			if at == key {
				f.follow(value{e, 0}, factor, false, in)
			}
		}
	}
	if p, ok := f.params[v]; ok && p.last {
		f.passed(p, key, factor, in)
	}
}

// call looks at a result of a call.
func (f *follower) call(c *ast.CallExpr, result int, factor int64, direct bool, in *frame) {
	if f.Info.Types[c.Fun].IsType() && len(c.Args) == 1 { // a conversion
		f.follow(value{c.Args[0], 0}, factor, direct, in)
		return
	}
	fn := typeutil.StaticCallee(f.Info, c)
	if f.least(c) || fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "cmp" && fn.Name() == "Or" {
		for _, a := range c.Args {
			f.follow(value{a, 0}, factor, false, in)
		}
		return
	}
	if fn == nil || fn.Pkg() == nil {
		return
	}
	if to, from, ok := flagDefault(fn, c); ok && to == nil {
		f.follow(value{from, 0}, factor, false, in)
		return
	}
	fn = fn.Origin()
	if f.own[fn] == nil || !f.first(visit{fn, "result " + strconv.Itoa(result), factor, c}) {
		return
	}
	results := fn.Signature().Results()
	for _, r := range f.returns[fn] {
		val := value{nil, result}
		switch {
		case len(r.Results) == results.Len():
			val = value{r.Results[result], 0}
		case len(r.Results) == 1:
			val.e = r.Results[0]
		}
		switch {
		case val.e == nil:
			f.stored(results.At(result), factor, false, &frame{fn, c, in})
		case !f.chooses(fn) || f.Info.Types[val.e].Value == nil:
			f.follow(val, factor, false, &frame{fn, c, in})
		}
	}
}

// chooses reports whether fn may choose what it returns by its arguments:
//
//	func timeout(kind string) time.Duration {
//		switch kind {
//		case "dial":
//			return 5 * time.Second
//		...
//
// A constant that it returns may be for other calls.
func (f *follower) chooses(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if _, ok := p.Type().Underlying().(*types.Basic); ok {
			return len(f.returns[fn]) > 1
		}
	}
	return false
}

// least reports whether c is at least as far out of the bound as any of its arguments: max(n, time.Hour) is an hour or more.
func (f *follower) least(c *ast.CallExpr) bool {
	id, ok := ast.Unparen(c.Fun).(*ast.Ident)
	if !ok || !f.Info.Types[c.Fun].IsBuiltin() {
		return false
	}
	return id.Name == "max" && f.bound.Op == AtMost || id.Name == "min" && f.bound.Op == AtLeast
}

// integer returns the integer that v is.
func integer(v constant.Value) (int64, bool) {
	if v = constant.ToInt(v); v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}
