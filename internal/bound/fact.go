package bound

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Fact says by what ways values of a package's importers come into bounded fields.
//
//	func New(idle time.Duration) *http.Transport { return &http.Transport{IdleConnTimeout: idle} }
//
// A constant that is passed to New is as good as one that is stored in the field.
type Fact struct {
	Fields []Field
}

// A Field is a bounded field, as "import/path.Type.Field", and the ways into it.
type Field struct {
	Name     string
	Duration bool
	Flows    []Flow // sorted
}

// A Flow is a way into a field: what is passed to a function, or stored in a variable or another field, is multiplied by Factor and
// stored in the bounded one.
type Flow struct {
	Of     string // "Func" or "Type.Method", "Type.Field", or "Var"
	Param  int    // of a function, noParam otherwise
	Factor int64
}

const noParam = -2 // -1 is a receiver

// AFact marks Fact as a fact of go/analysis.
func (*Fact) AFact() {}

func (f *Fact) String() string {
	var s []string
	for _, field := range f.Fields {
		for _, flow := range field.Flows {
			s = append(s, fmt.Sprintf("%s#%d*%d to %s", flow.Of, flow.Param, flow.Factor, field.Name))
		}
	}
	return "bound(" + strings.Join(s, ", ") + ")"
}

// name returns what facts call the field of b.
func (b Bound) name() string { return b.Package + "." + b.Type + "." + b.Field }

// add adds the ways into the field of b. Two bounds of one field have the same.
func (f *Fact) add(b Bound, duration bool, flows []Flow) {
	if len(flows) == 0 || f.field(b) != nil {
		return
	}
	slices.SortFunc(flows, func(x, y Flow) int {
		return cmp.Or(cmp.Compare(x.Of, y.Of), cmp.Compare(x.Param, y.Param), cmp.Compare(x.Factor, y.Factor))
	})
	f.Fields = append(f.Fields, Field{b.name(), duration, slices.Compact(flows)})
}

// field returns what f says of the field of b, or nil.
func (f *Fact) field(b Bound) *Field {
	for i := range f.Fields {
		if f.Fields[i].Name == b.name() {
			return &f.Fields[i]
		}
	}
	return nil
}
