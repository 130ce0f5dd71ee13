package pointsto

import (
	"fmt"
	"testing"
)

// seen is a constraint that keeps what it was applied to, and may do more.
type seen struct {
	objects map[*Object]int
	then    func(*heap)
}

func (c *seen) apply(h *heap, o *Object) {
	c.objects[o]++
	if c.then != nil {
		c.then(h)
	}
}
func (c *seen) String() string { return "seen" }

func emptyHeap() *heap { return &heap{solver: newSolver()} }

// TestBudget makes objects without end, as a mistake in the rules for calls would.
func TestBudget(t *testing.T) {
	h := emptyHeap()
	h.budget.limit = 1000
	n := h.node()
	h.constrain(n, &seen{make(map[*Object]int), func(h *heap) { h.add(n, new(Object)) }})
	h.add(n, new(Object))
	h.solve()
	if !h.exhausted() {
		t.Errorf("after %d steps: not exhausted", h.budget.work)
	}
}

// TestCycle checks that the nodes of a cycle hold the same, before it is found and afterwards, and that what is said later of one of
// them is said of all.
func TestCycle(t *testing.T) {
	for _, collapse := range []bool{false, true} {
		h := emptyHeap()
		a, b, c, out := h.node(), h.node(), h.node(), h.node()
		h.copy(a, b)
		h.copy(b, c)
		h.copy(c, a)
		all := &seen{make(map[*Object]int), func(h *heap) { h.copy(b, a) }} // more copies while objects move
		h.constrain(c, all)
		x, y := new(Object), new(Object)
		h.add(a, x)
		h.solve()
		if collapse {
			h.collapse()
			if h.find(a) != h.find(b) || h.find(b) != h.find(c) || h.find(out) != out {
				t.Errorf("the cycle stands for %v, %v and %v, the node beside it for %v", h.find(a), h.find(b), h.find(c), h.find(out))
			}
		}
		h.add(b, y)
		h.copy(c, out)
		h.solve()
		for _, n := range []Node{a, b, c, out} {
			if len(h.at(n)) != 2 || !h.has(n, x) || !h.has(n, y) {
				t.Errorf("collapsed %v: %v holds %v", collapse, n, h.at(n))
			}
		}
		if len(all.objects) != 2 {
			t.Errorf("collapsed %v: the constraint saw %d objects, want 2", collapse, len(all.objects))
		}
		var next []Node
		h.next(c, func(n Node) { next = append(next, n) })
		if fmt.Sprint(next) != fmt.Sprint([]Node{a, out}) {
			t.Errorf("collapsed %v: %v goes on to %v", collapse, c, next)
		}
	}
}

// TestMerge lets nodes meet in a cycle of which each has handed on what the others have not.
func TestMerge(t *testing.T) {
	h := emptyHeap()
	x, y := new(Object), new(Object)
	a, b := h.node(), h.node()
	sawA, sawB := &seen{make(map[*Object]int), nil}, &seen{make(map[*Object]int), nil}
	h.constrain(a, sawA)
	h.constrain(b, sawB)
	h.add(a, x)
	h.add(b, y)
	h.solve()
	h.copy(a, b)
	h.copy(b, a)
	h.collapse()
	h.solve()
	for _, s := range []*seen{sawA, sawB} {
		if s.objects[x] == 0 || s.objects[y] == 0 {
			t.Errorf("a constraint saw %v, want both objects", s.objects)
		}
	}
}

// TestFilter checks that a copy hands on what its condition admits.
func TestFilter(t *testing.T) {
	h := emptyHeap()
	a, b := h.node(), h.node()
	h.copyIf(a, b, isValue{})
	f := &Object{fn: new(Function)}
	for range 20 {
		h.add(a, new(Object))
	}
	h.add(a, f)
	h.solve()
	if len(h.at(a)) != 21 || len(h.at(b)) != 20 || h.has(b, f) {
		t.Errorf("%d and %d objects, want 21 and 20 without the function", len(h.at(a)), len(h.at(b)))
	}
}
