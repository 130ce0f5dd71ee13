package fuzz

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// A program is a package under construction. What happens to its values is known by construction in two ways. It is run on a
// machine, which sees what is written to which value; that must not be reported. And all that may happen, in whatever order, is
// noted with each value; what does not, must be.
type program struct {
	choices
	decls, far []string // declarations of the package, and of package q that it imports
	values     []*value
	start      []step // what is so before any function runs
	funcs      []*function
	helpers    []*function
	globals    []*place
	names      int
	muddy      bool // nothing need be reported
	left       int  // how many statements may still be written

	// Of the block and the function being written.
	text    *strings.Builder
	steps   *[]step
	scope   []*place
	vars    []*place // variables that are assigned to again
	targets []*target
	result  string // behind return, in the middle of a function
	depth   int
}

// Choices are made by bytes, and all fall to the first alternative behind their end.
type choices struct{ bytes []byte }

func (c *choices) choose(n int) int {
	if len(c.bytes) == 0 {
		return 0
	}
	b := c.bytes[0]
	c.bytes = c.bytes[1:]
	return int(b) % n
}

// A value is what one form makes, or, without a mark, what a helper is passed.
type value struct {
	kind  *kind
	mark  string
	wrote map[string]bool // fields that settled when the program ran
	may   map[string]bool // fields that can
	vague bool            // what is not written need not be reported
	into  []*value        // the parameters that it was passed as
}

// settle notes that a write to v settles the fields.
func (v *value) settle(fields []string) {
	for _, f := range fields {
		v.may[f] = true
	}
}

// surely tells whether a zero in field must be reported.
func (v *value) surely(field string) bool {
	seen := make(map[*value]bool)
	var visit func(v *value) bool
	visit = func(v *value) bool {
		if seen[v] {
			return true
		}
		seen[v] = true
		return !v.may[field] && !v.vague && !slices.ContainsFunc(v.into, func(w *value) bool { return !visit(w) })
	}
	return visit(v)
}

// A place is an expression for the address of a value.
type place struct {
	expr string
	kind *kind
	of   []*value // that it may be
}

// A step does what a statement does.
type step func(*machine) signal

// A signal says where control goes: to the next statement if it is zero.
type signal struct {
	what jump
	to   *target
}

type jump uint8

const (
	breaks jump = iota + 1
	continues
	returns
)

// A target is a loop or a switch.
type target struct {
	label string
	loop  bool
}

// A machine runs a program in one way.
type machine struct {
	holds    map[*place]*value
	decide   func() bool
	deferred []step
	result   *value
}

func (m *machine) run(list []step) signal {
	for _, s := range list {
		if sig := s(m); sig.what != 0 {
			return sig
		}
	}
	return signal{}
}

// call runs the body of a function, and what it deferred.
func (m *machine) call(body []step) {
	outer := m.deferred
	m.deferred = nil
	if m.run(body).what == returns {
		m.result = nil // what is left of a call
	}
	result := m.result
	for len(m.deferred) > 0 {
		last := m.deferred[len(m.deferred)-1]
		m.deferred = m.deferred[:len(m.deferred)-1]
		last(m)
	}
	m.deferred, m.result = outer, result
}

// A function takes a value, unless it is one to begin with.
type function struct {
	name    string
	param   *place
	body    []step
	returns *place
}

// generate makes a program of the choices that bytes makes.
func generate(bytes []byte) *program {
	p := &program{choices: choices{bytes}, left: 80}
	for range 1 + p.choose(3) {
		name := p.name("f")
		f := &function{name: name}
		p.function(f, "")
		p.funcs = append(p.funcs, f)
	}
	p.run()
	return p
}

// run runs the program in several ways.
func (p *program) run() {
	r := rand.New(rand.NewPCG(1, uint64(p.names)))
	for _, decide := range []func() bool{
		func() bool { return true },
		func() bool { return false },
		func() bool { return r.IntN(2) == 0 },
		func() bool { return r.IntN(3) == 0 },
		func() bool { return r.IntN(3) > 0 },
	} {
		n := 0
		m := &machine{holds: make(map[*place]*value), decide: func() bool { n++; return n < 1000 && decide() }}
		m.run(p.start)
		for _, f := range p.funcs {
			m.call(f.body)
		}
	}
}

func (p *program) name(prefix string) string {
	p.names++
	return fmt.Sprintf("%s%d", prefix, p.names)
}

func (p *program) line(format string, args ...any) { fmt.Fprintf(p.text, format+"\n", args...) }

func (p *program) step(s step) { *p.steps = append(*p.steps, s) }

// function writes f.
func (p *program) function(f *function, result string) {
	outer := *p
	p.text, p.steps, p.scope, p.vars, p.targets, p.result = new(strings.Builder), &f.body, nil, nil, nil, ""
	p.depth++
	if f.param != nil {
		p.scope = []*place{f.param}
		p.line("func %s(%s *%s) %s {", f.name, f.param.expr, f.param.kind.name, result)
		if result != "" {
			p.result = " nil"
		}
	} else {
		p.line("func %s() {", f.name)
	}
	p.statements()
	if result != "" {
		same := p.places(f.param.kind)
		f.returns = same[p.choose(len(same))]
		p.line("return %s", f.returns.expr)
		p.step(func(m *machine) signal { m.result = m.holds[f.returns]; return signal{} })
	}
	p.line("}")
	p.decls = append(p.decls, p.text.String())
	p.text, p.steps, p.scope, p.vars, p.targets, p.result = outer.text, outer.steps, outer.scope, outer.vars, outer.targets, outer.result
	p.depth--
}

// block writes statements that stand in braces, and returns what they do.
func (p *program) block() []step {
	steps, scope, vars := p.steps, p.scope, p.vars
	var list []step
	p.steps = &list
	p.scope, p.vars = slices.Clip(p.scope), slices.Clip(p.vars)
	p.depth++
	p.statements()
	p.depth--
	p.steps, p.scope, p.vars = steps, scope, vars
	return list
}

// literal writes a block as the body of a function literal.
func (p *program) literal() []step {
	targets, result := p.targets, p.result
	p.targets, p.result = nil, ""
	list := p.block()
	p.targets, p.result = targets, result
	return list
}

func (p *program) statements() {
	for range 1 + p.choose(8) {
		if p.left <= 0 {
			return
		}
		p.left--
		p.statement()
	}
}

// places returns the places in sight, those of one kind if it is not nil.
func (p *program) places(k *kind) []*place {
	all := append(slices.Clip(p.globals), p.scope...)
	if k == nil {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(q *place) bool { return q.kind != k })
}

func (p *program) statement() {
	all := p.places(nil)
	if len(all) == 0 {
		p.make()
		return
	}
	from := all[len(all)-1-p.choose(len(all))]
	switch n := p.choose(16); {
	case n < 2:
		p.make()
	case n < 6:
		p.move(from)
	case n < 10:
		p.store(from)
	case n < 12 && p.depth < 5:
		p.branch()
	case n == 12:
		p.variable(from)
	case n == 13 && p.depth < 4:
		p.pass(from)
	case n == 14:
		p.jump()
	default:
		p.line("_ = %s", from.expr)
	}
}

// pick chooses a pattern for type k.
func (p *program) pick(patterns []pattern, k *kind) pattern {
	pt := patterns[p.choose(len(patterns))]
	if pt.only != "" && pt.only != k.name {
		return patterns[0]
	}
	return pt
}

// write writes what a pattern says, and returns its place.
func (p *program) write(pt pattern, k *kind, more ...string) string {
	x := p.name("")
	r := strings.NewReplacer(append(more,
		"$x", "x"+x, "$y", "y"+x, "$z", "z"+x, "$X", "X"+x, "$K", k.name, "$B", k.base)...)
	if pt.code != "" {
		p.line("%s", r.Replace(pt.code))
	}
	if pt.decl != "" {
		p.decls = append(p.decls, r.Replace(pt.decl))
	}
	if pt.far != "" {
		p.far = append(p.far, r.Replace(pt.far))
	}
	return r.Replace(pt.place)
}

// make writes a form.
func (p *program) make() {
	k := kinds[[]int{0, 0, 0, 1, 1, 2, 3}[p.choose(7)]]
	v := &value{kind: k, mark: p.name("/*v") + "*/", wrote: make(map[string]bool), may: make(map[string]bool)}
	pt := p.pick(forms, k)
	var fields, settled []string
	if strings.Contains(pt.code+pt.decl, "$L") {
		for i := range k.writes {
			if w := k.writes[i]; i < 7 && p.choose(4) == 3 && !strings.Contains(strings.Join(fields, " "), w.field+":") {
				fields = append(fields, w.field+": "+w.value)
				settled = append(settled, w.settles...)
			}
		}
	}
	v.settle(settled)
	p.values = append(p.values, v)
	q := &place{kind: k, of: []*value{v}}
	q.expr = p.write(pt, k, "$@", v.mark, "$L", strings.Join(fields, ", "))
	made := func(m *machine) signal {
		for _, f := range settled {
			v.wrote[f] = true
		}
		m.holds[q] = v
		return signal{}
	}
	// What nothing names afterwards is dead.
	if pt.code == "" {
		p.decls = append(p.decls, "var _ = "+q.expr)
		p.globals = append(p.globals, q)
		p.start = append(p.start, made)
		return
	}
	p.line("_ = %s", q.expr)
	p.scope = append(p.scope, q)
	p.step(made)
}

// move writes a move.
func (p *program) move(from *place) {
	pt := p.pick(moves, from.kind)
	to := &place{kind: from.kind, of: from.of}
	to.expr = p.write(pt, from.kind, "$p", from.expr)
	p.step(func(m *machine) signal { m.holds[to] = m.holds[from]; return signal{} })
	if pt.vague {
		vague(from.of)
	}
	p.muddy = p.muddy || pt.muddy
	if strings.HasPrefix(pt.decl, "var $x") && strings.HasPrefix(pt.place, "$x") {
		p.globals = append(p.globals, to)
	} else {
		p.scope = append(p.scope, to)
	}
}

func vague(values []*value) {
	for _, v := range values {
		v.vague = true
	}
}

// store writes a store.
func (p *program) store(to *place) {
	p.storeBy(p.pick(stores, to.kind), to)
}

func (p *program) storeBy(pt pattern, to *place) {
	w := to.kind.writes[p.choose(len(to.kind.writes))]
	p.write(pt, to.kind, "$p", to.expr, "$F", w.field, "$D", w.typ, "$V", w.value)
	p.muddy = p.muddy || pt.muddy
	settles := w.settles
	if pt.all {
		settles = to.kind.fields
	}
	for _, v := range to.of {
		v.settle(settles)
		v.vague = v.vague || pt.vague
	}
	if pt.varies && w.field == "DisableKeepAlives" {
		return // keep-alives are on for some of its values: the idle fields may be judged, and need not be
	}
	p.step(func(m *machine) signal {
		if v := m.holds[to]; v != nil {
			for _, f := range settles {
				v.wrote[f] = true
			}
		}
		return signal{}
	})
}

// variable writes something about a variable that is assigned to more than once.
func (p *program) variable(from *place) {
	same := slices.DeleteFunc(slices.Clone(p.vars), func(v *place) bool { return v.kind != from.kind })
	n := p.choose(4)
	if len(same) == 0 || n == 0 {
		v := &place{expr: p.name("v"), kind: from.kind}
		p.line("var %s *%s", v.expr, v.kind.name)
		p.step(func(m *machine) signal { m.holds[v] = nil; return signal{} })
		p.vars = append(p.vars, v)
		p.assign(v, from)
		return
	}
	v := same[p.choose(len(same))]
	switch n {
	case 1:
		p.assign(v, from)
	case 2:
		p.storeBy(stores[[]int{0, 1, 15, 29}[p.choose(4)]], v)
	case 3:
		q := &place{expr: p.name("x"), kind: v.kind}
		p.line("%s := %s", q.expr, v.expr)
		p.line("if %s == nil {\nreturn%s\n}", q.expr, p.result)
		p.step(func(m *machine) signal {
			if m.holds[q] = m.holds[v]; m.holds[q] == nil {
				return signal{what: returns}
			}
			return signal{}
		})
		q.of = v.of
		p.scope = append(p.scope, q)
	}
}

// assign writes v = from. What a variable may hold all together is hard to say, so the values are vague.
func (p *program) assign(v, from *place) {
	p.line("%s = %s", v.expr, from.expr)
	vague(from.of)
	v.of = append(v.of, from.of...)
	p.step(func(m *machine) signal { m.holds[v] = m.holds[from]; return signal{} })
}

// pass writes a call of a helper, and maybe the helper.
func (p *program) pass(from *place) {
	fit := slices.DeleteFunc(slices.Clone(p.helpers), func(f *function) bool { return f.param.kind != from.kind })
	var f *function
	if n := p.choose(1 + len(fit)); n > 0 {
		f = fit[n-1]
	} else {
		param := &value{kind: from.kind, wrote: make(map[string]bool), may: make(map[string]bool)}
		f = &function{name: p.name("h"), param: &place{expr: p.name("t"), kind: from.kind, of: []*value{param}}}
		result := ""
		if p.choose(2) == 1 {
			result = "*" + from.kind.name
		}
		p.function(f, result)
		p.helpers = append(p.helpers, f)
	}
	for _, v := range from.of {
		v.into = append(v.into, f.param.of[0])
	}
	call := func(m *machine) {
		outer := m.holds[f.param]
		m.holds[f.param], m.result = m.holds[from], nil
		m.call(f.body)
		m.holds[f.param] = outer
	}
	if f.returns == nil {
		p.line("%s(%s)", f.name, from.expr)
		p.step(func(m *machine) signal { call(m); return signal{} })
		return
	}
	q := &place{expr: p.name("r"), kind: from.kind, of: append(slices.Clip(from.of), f.returns.of...)}
	p.line("%s := %s(%s)", q.expr, f.name, from.expr)
	p.line("if %s == nil {\nreturn%s\n}", q.expr, p.result)
	p.step(func(m *machine) signal {
		call(m)
		if m.holds[q] = m.result; m.result == nil {
			return signal{what: returns}
		}
		return signal{}
	})
	if f.returns != f.param {
		vague(q.of) // calls are not told apart
	}
	p.scope = append(p.scope, q)
}

// jump writes a way out of what is being written.
func (p *program) jump() {
	sig, text := signal{what: returns}, "return"+p.result
	if n := p.choose(1 + len(p.targets)); n > 0 {
		t := p.targets[n-1]
		last := n == len(p.targets)
		switch {
		case t.loop && (last || t.label != "") && p.choose(2) == 0:
			sig, text = signal{continues, t}, "continue "+t.label
		case last || t.label != "":
			sig, text = signal{breaks, t}, "break "+t.label
		}
	}
	p.line("if cond() {\n%s\n}", text)
	p.step(func(m *machine) signal {
		if m.decide() {
			return sig
		}
		return signal{}
	})
}

// branch writes a statement with blocks in it.
func (p *program) branch() {
	switch p.choose(9) {
	case 0:
		p.line("if cond() {")
		then := p.block()
		var otherwise []step
		if p.choose(2) == 1 {
			p.line("} else {")
			otherwise = p.block()
		}
		p.line("}")
		p.step(func(m *machine) signal {
			if m.decide() {
				return m.run(then)
			}
			return m.run(otherwise)
		})
	case 1, 2:
		p.loop()
	case 3:
		p.cases()
	case 4:
		p.line("func() {")
		body := p.literal()
		p.line("}()")
		p.step(func(m *machine) signal { m.call(body); return signal{} })
	case 5:
		p.line("defer func() {")
		body := p.literal()
		p.line("}()")
		p.step(func(m *machine) signal {
			m.deferred = append(m.deferred, func(m *machine) signal { m.call(body); return signal{} })
			return signal{}
		})
	case 6:
		p.line("go func() {")
		body := p.literal()
		p.line("}()")
		p.step(func(m *machine) signal { m.call(body); return signal{} })
	case 7:
		name := p.name("c")
		p.line("%s := func() {", name)
		body := p.literal()
		p.line("}\n%s()\n%s()", name, name)
		p.step(func(m *machine) signal { m.call(body); m.call(body); return signal{} })
	case 8:
		p.line("{")
		body := p.block()
		p.line("}")
		p.step(func(m *machine) signal { return m.run(body) })
	}
}

func (p *program) loop() {
	t := &target{loop: true}
	if p.choose(2) == 1 {
		t.label = p.name("loop")
		p.line("%s:", t.label)
	}
	always := p.choose(2) == 0
	if always {
		p.line("for range 2 {")
	} else {
		p.line("for cond() {")
	}
	p.targets = append(p.targets, t)
	body := p.block()
	p.targets = p.targets[:len(p.targets)-1]
	p.line("}")
	p.step(func(m *machine) signal {
		for range 2 {
			if !always && !m.decide() {
				break
			}
			sig := m.run(body)
			switch {
			case sig.what == breaks && sig.to == t:
				return signal{}
			case sig.what == 0 || sig.what == continues && sig.to == t:
			default:
				return sig
			}
		}
		return signal{}
	})
}

func (p *program) cases() {
	t := &target{}
	if p.choose(2) == 1 {
		t.label = p.name("switch")
		p.line("%s:", t.label)
	}
	p.line("switch {")
	p.targets = append(p.targets, t)
	var clauses [][]step
	var falls []bool
	n := 1 + p.choose(3)
	withDefault := p.choose(2) == 1
	for i := range n {
		if withDefault && i == n-1 {
			p.line("default:")
		} else {
			p.line("case cond():")
		}
		clauses = append(clauses, p.block())
		falls = append(falls, i < n-1 && p.choose(3) == 2)
		if falls[i] {
			p.line("fallthrough")
		}
	}
	p.targets = p.targets[:len(p.targets)-1]
	p.line("}")
	p.step(func(m *machine) signal {
		for i := range clauses {
			if !m.decide() && !(withDefault && i == n-1) {
				continue
			}
			for ; ; i++ {
				sig := m.run(clauses[i])
				if sig.what == breaks && sig.to == t {
					return signal{}
				}
				if sig.what != 0 || !falls[i] {
					return sig
				}
			}
		}
		return signal{}
	})
}

const header = `import (
	"cmp"
	"container/list"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net"
	"net/http"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"time"
	"unsafe"
)

func cond() bool { return time.Now().Unix()%2 == 0 }

func seconds() time.Duration { return time.Duration(time.Now().Second()) }

func dial(ctx context.Context, network, addr string) (net.Conn, error) { return nil, nil }
`

// source returns the package, and package q.
func (p *program) source() (code, far string) {
	return "package p\n\nimport \"q\"\n\n" + header + "\n" + strings.Join(p.decls, "\n\n"),
		"package q\n\n" + header + "\n" + strings.Join(p.far, "\n\n")
}

// String returns the declarations.
func (p *program) String() string {
	return "package q\n\n" + strings.Join(p.far, "\n\n") + "\n\npackage p\n\n" + strings.Join(p.decls, "\n\n")
}
