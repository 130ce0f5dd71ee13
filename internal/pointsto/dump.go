package pointsto

import (
	"fmt"
	"go/token"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Dump returns the constraints, the solution, the sites and the summary as text, for tests and for whoever wonders where a value was
// lost. Places that have a name in the source are called by it; the others are numbered.
func (r *Result) Dump(fset *token.FileSet) string {
	if r.generator == nil {
		return "nothing to follow\n"
	}
	d := &dump{generator: r.generator, fset: fset, names: make(map[Node]string)}
	d.nameNodes()
	d.section("constraints")
	for n := Node(1); int(n) < d.count; n++ {
		d.constraints(n)
	}
	d.section("solution")
	for n := Node(1); int(n) < d.count; n++ {
		if list := d.at(n); len(list) > 0 {
			fmt.Fprintf(d, "%s = {%s}\n", d.name(n), d.objects(list))
		}
	}
	d.section("sites")
	for _, s := range r.Sites {
		fmt.Fprintf(d, "%s%s\n", d.object(s.obj), d.verdict(s))
	}
	d.section("summary")
	if r.Summary != nil {
		for _, e := range r.Summary.Effects {
			fmt.Fprintln(d, e)
		}
	}
	return d.String()
}

// A dump writes a result.
type dump struct {
	*generator
	strings.Builder
	fset  *token.FileSet
	names map[Node]string
}

func (d *dump) section(title string) { fmt.Fprintf(d, "# %s\n", title) }

// nameNodes names the nodes of variables, fields, parameters and results.
func (d *dump) nameNodes() {
	name := func(n Node, format string, args ...any) {
		if n != 0 && d.names[n] == "" {
			d.names[n] = fmt.Sprintf(format, args...)
		}
	}
	same := make(map[string]int) // how many variables have a name
	for v, n := range d.vars {
		if n != 0 {
			same[v.Name()]++
		}
	}
	for v, n := range d.vars {
		if same[v.Name()] == 1 {
			name(n, "%s", v.Name())
		} else {
			name(n, "%s@%d", v.Name(), d.fset.Position(v.Pos()).Line)
		}
	}
	for _, f := range d.functions {
		for i, n := range f.results {
			name(n, "%s#%d", d.function(f), i)
		}
		for i, n := range f.params {
			name(n, "%s(%d)", d.function(f), i)
		}
	}
	for t, n := range d.ofType {
		name(n, "all %s", t.Name())
	}
	d.ofFunc.Iterate(func(t types.Type, n any) { name(n.(Node), "all %s", d.typ(t)) })
	for _, o := range d.generator.objects[1:] {
		for f, s := range o.slots {
			name(s.node, "%s.%s", d.object(o), f)
		}
	}
}

func (d *dump) name(n Node) string {
	if name := d.names[n]; name != "" {
		return name
	}
	return n.String()
}

var aNode, anObject = regexp.MustCompile(`\bn\d+\b`), regexp.MustCompile(`\bo\d+\b`)

// constraints writes what is said of n.
func (d *dump) constraints(n Node) {
	var lines []string
	st := d.state(n)
	for _, to := range slices.Sorted(slices.Values(st.copies.list)) {
		lines = append(lines, fmt.Sprintf("%v ⊇ •", to))
	}
	for _, c := range st.filtered {
		lines = append(lines, fmt.Sprintf("%v ⊇ • if %v", c.to, c.only))
	}
	for _, c := range st.constraints.list {
		lines = append(lines, c.String())
	}
	for _, line := range lines {
		// The node itself stands where the constraint has a dot.
		switch {
		case strings.Contains(line, "•"):
			line = strings.ReplaceAll(line, "•", n.String())
		default:
			line = n.String() + ": " + line
		}
		line = aNode.ReplaceAllStringFunc(line, func(s string) string {
			var n Node
			if _, err := fmt.Sscanf(s, "n%d", &n); err != nil {
				return s
			}
			return d.name(n)
		})
		line = anObject.ReplaceAllStringFunc(line, func(s string) string {
			var id int
			if _, err := fmt.Sscanf(s, "o%d", &id); err != nil || id >= len(d.generator.objects) {
				return s
			}
			return d.object(d.generator.objects[id])
		})
		fmt.Fprintln(d, line)
	}
}

func (d *dump) objects(list []*Object) string {
	var names []string
	for _, o := range list {
		names = append(names, d.object(o))
	}
	return strings.Join(names, ", ")
}

// object names o by what it is and the line where it comes from.
func (d *dump) object(o *Object) string {
	switch {
	case o.fn != nil:
		return d.function(o.fn)
	case o.ext != nil:
		return o.ext.Pkg().Name() + "." + FuncKey(o.ext)
	case o.from != nil:
		return d.placeholder(o)
	case o.site != nil:
		return fmt.Sprintf("%s@%d", d.typ(o.typ), d.fset.Position(o.site.Pos).Line)
	case o.pos.IsValid():
		return fmt.Sprintf("%s@%d", d.typ(o.typ), d.fset.Position(o.pos).Line)
	}
	return d.typ(o.typ)
}

func (d *dump) placeholder(o *Object) string {
	p := o.from
	s := "?"
	switch {
	case p.heldBy != nil:
		s += p.heldBy.Name()
	case p.of != "" && strings.HasPrefix(p.of, "type "):
		s += strings.TrimPrefix(p.of, "type ")
	case p.of != "":
		s += fmt.Sprintf("%s#%d", p.of, p.param)
	case p.pkg != nil:
		s += p.pkg.Name()
	default:
		s += d.typ(o.typ)
	}
	if p.path != "" {
		s += "." + p.path
	}
	return s
}

func (d *dump) function(f *Function) string {
	if f.obj != nil {
		return FuncKey(f.obj)
	}
	return fmt.Sprintf("func@%d", d.fset.Position(f.pos).Line)
}

func (d *dump) typ(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if p == d.pkg {
			return ""
		}
		return p.Name()
	})
}

// verdict says what became of the value of s.
func (d *dump) verdict(s *Site) string {
	var out strings.Builder
	for _, field := range slices.Sorted(maps.Keys(s.Writes)) {
		fmt.Fprintf(&out, " %s=%v", field, s.Writes[field])
	}
	if s.Escapes {
		out.WriteString(" escapes")
	}
	if s.Overwritten {
		out.WriteString(" overwritten")
	}
	return out.String()
}
