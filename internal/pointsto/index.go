package pointsto

import "encoding/binary"

// contents tells which nodes of a solution hold the same.
type contents struct {
	*solver
	of    map[Node]Node   // by representative
	byIDs map[string]Node // by the ids of objects
}

// content returns a node that stands for all those that hold the same as n, 0 if n holds nothing.
func (c *contents) content(n Node) Node {
	r := c.find(n)
	if same, ok := c.of[r]; ok {
		return same
	}
	same := Node(0)
	if objects := c.at(r); len(objects) > 0 && c.budget.spend(len(objects)) {
		var ids []byte
		for _, o := range objects {
			ids = binary.AppendUvarint(ids, uint64(o.id))
		}
		if _, ok := c.byIDs[string(ids)]; !ok {
			c.byIDs[string(ids)] = r
		}
		same = c.byIDs[string(ids)]
	}
	c.of[r] = same
	return same
}

// An Index finds what was noted at the nodes that hold an object.
//
//	x.Add(call.Recv, call) // for each call
//	x.At(o)                // the calls on o, by what their receivers hold
//
// To ask each node whether it holds each object would cost the product of both. An index costs what the different contents of its nodes do.
type Index[T any] struct {
	contents *contents
	entries  map[Node]*Entry[T] // by content
	of       map[*Object][]*Entry[T]
}

// An Entry is what was noted at all nodes that hold the same.
type Entry[T any] struct{ Noted []T }

// Add notes v at n. At a node that holds nothing, nobody would find it.
func (x *Index[T]) Add(n Node, v T) {
	c := x.contents.content(n)
	if c == 0 || !x.contents.budget.spend(1) {
		return
	}
	e := x.entries[c]
	if e == nil {
		e = new(Entry[T])
		x.entries[c] = e
		for _, o := range x.contents.at(c) {
			x.contents.budget.work++
			x.of[o] = append(x.of[o], e)
		}
	}
	e.Noted = append(e.Noted, v)
}

// At returns the entries of the nodes that hold o, in the order in which they were made.
func (x *Index[T]) At(o *Object) []*Entry[T] { return x.of[o] }

// Empty reports whether nothing was noted.
func (x *Index[T]) Empty() bool { return len(x.entries) == 0 }

// Has reports whether something was noted at a node that holds o.
func (x *Index[T]) Has(o *Object) bool { return len(x.of[o]) > 0 }
