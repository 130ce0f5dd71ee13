package flow

import (
	"go/types"
	"slices"
)

// conversions lists, for each struct type, those that it is made of by conversion. The nil type stands for any, which a type without
// a name and a type parameter may be.
type conversions map[*types.TypeName][]*types.TypeName

// note records that a value of type from is converted to type to.
func (c conversions) note(from, to types.Type) {
	if !mayBeStruct(element(from)) || !mayBeStruct(element(to)) {
		return
	}
	source, target := named(from), named(to)
	if !slices.Contains(c[target], source) {
		c[target] = append(c[target], source)
	}
}

func mayBeStruct(t types.Type) bool { return isTypeParam(t) || structOf(t) != nil }

// mayBe tells whether a struct of type from can have been converted to type to.
func (c conversions) mayBe(from, to types.Type) bool {
	f, t := structOf(from), structOf(to)
	return f != nil && t != nil && types.IdenticalIgnoreTags(f, t) && c.lead(named(from), named(to), nil)
}

// lead tells whether conversions lead from one type to another, without those that are seen already.
func (c conversions) lead(from, to *types.TypeName, seen []*types.TypeName) bool {
	if from == nil || to == nil || from == to {
		return true
	}
	if slices.Contains(seen, to) {
		return false
	}
	seen = append(seen, to)
	further := func(source *types.TypeName) bool { return c.lead(from, source, seen) }
	return slices.ContainsFunc(c[to], further) || slices.ContainsFunc(c[nil], further)
}
