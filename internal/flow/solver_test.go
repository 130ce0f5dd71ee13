package flow

import "testing"

// TestLimit makes objects without end, as a mistake in the rules for calls would.
func TestLimit(t *testing.T) {
	s := newSolver()
	s.limit = 1000
	n := s.node()
	s.each(n, func(*Object) { s.add(n, new(Object)) })
	s.add(n, new(Object))
	s.solve()
	if !s.exhausted() {
		t.Errorf("after %d steps: not exhausted", s.steps)
	}
}

func TestCycle(t *testing.T) {
	s := newSolver()
	a, b, c := s.node(), s.node(), s.node()
	s.copy(a, b)
	s.copy(b, c)
	s.copy(c, a)
	var seen []*Object
	s.each(c, func(o *Object) {
		seen = append(seen, o)
		s.copy(b, a) // more edges while objects move
	})
	x, y := new(Object), new(Object)
	s.add(a, x)
	s.solve()
	s.add(b, y)
	s.solve()
	for _, n := range []Node{a, b, c} {
		if len(s.at(n)) != 2 || !s.holds(n, x) || !s.holds(n, y) {
			t.Errorf("node %d holds %v", n, s.at(n))
		}
	}
	if len(seen) != 2 {
		t.Errorf("watcher saw %d objects, want 2", len(seen))
	}
}

func TestKeep(t *testing.T) {
	s := newSolver()
	a, b := s.node(), s.node()
	x := new(Object)
	s.copyIf(a, b, func(o *Object) bool { return o != x })
	for range 20 {
		s.add(a, new(Object))
	}
	s.add(a, x)
	s.solve()
	if len(s.at(a)) != 21 || len(s.at(b)) != 20 || s.holds(b, x) {
		t.Errorf("%d and %d objects, want 21 and 20 without x", len(s.at(a)), len(s.at(b)))
	}
}
