package pointsto

import "go/types"

// conversions has, for each struct type, those that it is made of by conversion. The nil type stands for any, which a type without
// a name and a type parameter may be.
//
// It is filled while reading, by [reader.conversion], and asked while solving, by [ofType] and [invoke]. The key is the target.
type conversions map[*types.TypeName]map[*types.TypeName]bool

// note records that a value of type from is converted to type to.
func (c conversions) note(from, to types.Type) {
	if !mayBeStruct(element(from)) || !mayBeStruct(element(to)) {
		return
	}
	source, target := Named(from), Named(to)
	if c[target] == nil {
		c[target] = make(map[*types.TypeName]bool)
	}
	c[target][source] = true
}

func mayBeStruct(t types.Type) bool { return isTypeParam(t) || structOf(t) != nil }

// mayBe reports whether a struct of type from can have been converted to type to.
//
// Conversions count in any order and number, wherever in the package they stand: `B(a)` and `C(b)` let an A be a C.
func (c conversions) mayBe(from, to types.Type) bool {
	f, t := structOf(from), structOf(to)
	return f != nil && t != nil && c.lead(Named(from), Named(to), nil) && types.IdenticalIgnoreTags(f, t)
}

// lead reports whether conversions lead from one type to another, by types that are not seen yet. Most types are not the target of any.
func (c conversions) lead(from, to *types.TypeName, seen map[*types.TypeName]bool) bool {
	if from == nil || to == nil || from == to {
		return true
	}
	if seen[to] || len(c[to])+len(c[nil]) == 0 {
		return false
	}
	if seen == nil {
		seen = make(map[*types.TypeName]bool)
	}
	seen[to] = true
	for _, sources := range []map[*types.TypeName]bool{c[to], c[nil]} {
		for source := range sources {
			if c.lead(from, source, seen) {
				return true
			}
		}
	}
	return false
}
