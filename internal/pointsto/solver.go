package pointsto

import (
	priority "container/heap"

	"golang.org/x/tools/container/intsets"
)

// A constraint says what follows from each object that a node holds. The solver applies it to every one of them, to some several times,
// so that it must be the same to apply it once or twice. Its type is comparable: what is said twice of a node is said once.
//
// While solving, apply may add objects, copies, nodes and further constraints, to the very node that is being handed on, too. It never
// takes anything back: sets only grow, so the order in which constraints are applied does not change the solution. Constraints that hold a
// pointer, such as [call] and [clone], are equal only to themselves, so that each call site is connected by itself.
//
// String is the inequation for [Result.Dump], which writes the node where String has a •.
type constraint interface {
	apply(h *heap, o *Object)
	String() string
}

// A filter is the condition of a filtered copy.
//
// Unlike a constraint, a filter must not change anything. It is asked again for the same object when cycles are merged, and its answer may
// depend on the conversions that were read, all of which are known before solving begins.
type filter interface {
	admits(h *heap, o *Object) bool
	String() string
}

// A solver computes the least sets of objects that satisfy all constraints (Andersen's analysis). Copies that form a cycle make their
// nodes equal, so the nodes of one are kept as one; objects are handed on in sets, and only those that are new.
//
// Reading and solving are interleaved in one direction only: constraints are made while the syntax is read, and the solver runs after
// that, but constraints that it applies (calls above all) make more of them. So [solver.add], [solver.copy] and the others work at any
// time: what a node holds and has handed on already is caught up at once, what it has not handed on comes by the queue.
//
// Invariants, for a representative r:
//
//	fresh(r) ⊆ holds(r)
//	fresh(r) ≠ ∅ ⇒ r is queued, or is being handed on
//	holds(r) − fresh(r) has gone, or is going, to all copies, filtered copies and constraints of r
type solver struct {
	pages   []*[pageSize]nodeState // nodes stay where they are: an intsets.Sparse must not be copied
	count   int                    // of nodes, the zero one included
	objects []*Object              // by id
	pending queue                  // nodes with objects that were not handed on
	budget  budget
	trace   *trace // nil unless somebody asks why

	copies    int // how many there are
	collapsed int // the work done when cycles were last looked for
}

const pageSize = 256

type nodeState struct {
	parent Node // towards the representative of the cycle; 0 if it is the representative itself
	queued bool
	order  int32 // the higher, the nearer to where copies begin; 0 if that is not known yet

	// Of a representative:
	//
	// After a merge only the representative has these; the other members of the cycle are cleared, and are asked by way of [solver.rep].
	holds       intsets.Sparse // ids of objects
	fresh       intsets.Sparse // of them, those that were not handed on
	list        []*Object      // what it holds, once somebody has asked
	constraints once[constraint]
	cycle       *cycle // if it stands for several nodes

	// Of each node:
	//
	// These stay with the node at which they were made. Clients follow values from node to node by them ([Graph.Next]), so they must not
	// be merged with those of the cycle.
	copies   once[Node] // nodes to which all objects go
	filtered []filteredCopy
}

// A cycle is what a representative stands for.
//
// Cycles are common, as copies of containers go both ways (rule 2), and a node of a cycle holds the same as all others:
//
//	a := []T{x}
//	b := a // b ⊇ a, a ⊇ b
//
// Without them, an object that enters such a cycle would travel around it once for each member.
type cycle struct {
	members []Node
	copies  once[Node] // representatives of nodes to which all objects go
}

// A filteredCopy hands on the objects that its condition admits.
//
//	to ⊇ { o ∈ from | only admits o }
type filteredCopy struct {
	to   Node
	only filter
}

// A budget bounds the work for one package. Past it nothing is known.
//
// The unit is a step of the solver, not a second, so that a package is too large on each machine or on none. Loops that run after solving
// count in it as well ([heap.share], [heap.missing]), and so do those of the graph's clients ([Graph.Spend]).
type budget struct{ work, limit int }

// maxWork and maxNodes are the bounds of the work for one package. The most that was seen in some three thousand packages of public
// repositories is 1.7 million steps and 120 thousand nodes.
const (
	maxWork  = 8_000_000
	maxNodes = 400_000
)

// spend counts n steps of work and reports whether there is some left.
func (b *budget) spend(n int) bool {
	b.work += n
	return b.work < b.limit
}

func newSolver() *solver {
	return &solver{pages: []*[pageSize]nodeState{new([pageSize]nodeState)}, count: 1, objects: make([]*Object, 1), budget: budget{limit: maxWork}}
}

// exhausted reports whether the solver gave up, so that what it computed is not complete.
func (s *solver) exhausted() bool { return s.budget.work >= s.budget.limit || s.count > maxNodes }

// node returns a new node.
func (s *solver) node() Node {
	if s.count%pageSize == 0 {
		s.pages = append(s.pages, new([pageSize]nodeState))
	}
	s.count++
	return Node(s.count - 1)
}

func (s *solver) state(n Node) *nodeState { return &s.pages[n/pageSize][n%pageSize] }

// find returns the representative of n.
//
// Paths are halved on the way, as in union-find. The parent of a node changes only in [solver.merge].
func (s *solver) find(n Node) Node {
	for {
		st := s.state(n)
		if st.parent == 0 {
			return n
		}
		if up := s.state(st.parent).parent; up != 0 {
			st.parent = up
		}
		n = st.parent
	}
}

// rep returns the state of the representative of n.
func (s *solver) rep(n Node) *nodeState { return s.state(s.find(n)) }

// holding returns a new node that holds o.
func (s *solver) holding(o *Object) Node {
	n := s.node()
	s.add(n, o)
	return n
}

// add makes n hold o.
//
//	o ∈ n
//
// An object gets its id here, not where it is allocated: one that no node holds is not known to the solver, nor to [Graph.Objects]. Ids
// begin at 1.
func (s *solver) add(n Node, o *Object) {
	if n == 0 || o == nil {
		return
	}
	s.trace.began(n, o)
	s.hold(n, o)
}

// hold is add for an object that comes to n by a copy.
func (s *solver) hold(n Node, o *Object) {
	if o.id == 0 {
		o.id = len(s.objects)
		s.objects = append(s.objects, o)
	}
	r := s.find(n)
	if st := s.state(r); st.holds.Insert(o.id) {
		st.fresh.Insert(o.id)
		st.list = nil
		s.enqueue(r)
	}
}

// addAll makes n hold the objects with these ids.
func (s *solver) addAll(n Node, ids *intsets.Sparse) {
	r := s.find(n)
	st := s.state(r)
	var news intsets.Sparse
	news.Difference(ids, &st.holds)
	if news.IsEmpty() {
		return
	}
	s.budget.work += 1 + news.Len()/64 // what a set costs, not its elements
	st.holds.UnionWith(&news)
	st.fresh.UnionWith(&news)
	st.list = nil
	s.enqueue(r)
}

func (s *solver) enqueue(r Node) {
	if st := s.state(r); !st.queued {
		st.queued = true
		priority.Push(&s.pending, queued{r, st.order})
	}
}

// copy makes to hold what from holds.
//
//	to ⊇ from
//
// The edge is kept by from itself, and the cycle of from, if it has one, learns of it as well: handOn looks only there. The edge carries what
// from has handed on already. What is still fresh follows when from is taken from the queue.
func (s *solver) copy(from, to Node) {
	if from == 0 || to == 0 || from == to || !s.state(from).copies.add(to) {
		return
	}
	s.trace.copied(from, to)
	s.copies++
	s.budget.work++
	if c := s.rep(from).cycle; c != nil {
		c.copies.add(s.find(to))
	}
	if seen := s.handedOn(from); !seen.IsEmpty() {
		s.addAll(to, seen)
	}
}

// handedOn returns what n holds and has handed on already.
func (s *solver) handedOn(n Node) *intsets.Sparse {
	st := s.rep(n)
	seen := new(intsets.Sparse)
	seen.Difference(&st.holds, &st.fresh)
	return seen
}

// copyIf makes to hold what from holds and f admits.
//
// A filtered copy is not a part of a cycle, since its ends need not be equal: only full copies are collapsed. It is a method of heap since
// a filter needs types.
func (h *heap) copyIf(from, to Node, f filter) {
	if from == 0 || to == 0 {
		return
	}
	h.trace.copied(from, to)
	c := filteredCopy{to, f}
	st := h.state(from)
	st.filtered = append(st.filtered, c)
	for _, id := range h.handedOn(from).AppendTo(nil) {
		h.budget.work++
		h.follow(c, h.objects[id])
	}
}

func (h *heap) follow(c filteredCopy, o *Object) {
	if c.only.admits(h, o) {
		h.hold(c.to, o)
	}
}

// constrain adds a constraint on what n holds, or will come to hold.
//
// The constraint is kept by the representative of n. If n becomes a part of a cycle later, all members share it, which is right as they
// hold the same.
func (h *heap) constrain(n Node, c constraint) {
	if n == 0 {
		return
	}
	rep := h.find(n)
	h.trace.constrained(n, rep, c)
	if !h.state(rep).constraints.add(c) {
		return
	}
	for _, id := range h.handedOn(n).AppendTo(nil) {
		h.budget.work++
		apply(h, c, rep, h.objects[id])
	}
}

// apply applies c, which is said of the representative n, to o.
func apply(h *heap, c constraint, n Node, o *Object) {
	if h.trace != nil {
		defer h.trace.applying(c, n, o)()
	}
	c.apply(h, o)
}

// solve hands objects on until nothing moves, or the budget is spent.
//
// [Analyze] calls it once after reading, and [generator.finalize] once more, for what it adds. The second run begins with what the first
// found, as nothing is ever taken back.
//
// Cycles are looked for again when the work since the last time is several times the size of the graph: calls that were connected
// meanwhile close new ones. If the budget is spent it returns with objects still pending; whoever asks then must look at
// [solver.exhausted], and takes all verdicts as unknown, which errs towards silence.
func (h *heap) solve() {
	h.collapse()
	for len(h.pending) > 0 {
		if h.budget.work-h.collapsed > 4*(h.copies+h.count) {
			h.collapse()
		}
		n := priority.Pop(&h.pending).(queued).node
		st := h.state(n)
		st.queued = false
		if st.parent != 0 {
			continue // it became a part of another one, which is pending itself
		}
		var fresh intsets.Sparse
		// It is copied and cleared before anything is handed on: a constraint may add objects to this same node, and those must be fresh.
		fresh.Copy(&st.fresh)
		st.fresh.Clear()
		h.handOn(n, &fresh)
		if h.exhausted() {
			return
		}
	}
}

// handOn hands objects, as a set and one by one, to what is said of n, a representative.
//
// Sets go along full copies at a cost that hardly depends on their size; filtered copies and constraints look at each object. The slices
// are taken at the beginning. What is appended to them meanwhile has seen these objects already, since fresh was cleared before.
func (h *heap) handOn(n Node, set *intsets.Sparse) {
	st := h.state(n)
	copies, filtered := &st.copies, st.filtered
	if st.cycle != nil {
		copies, filtered = &st.cycle.copies, nil
		for _, m := range st.cycle.members {
			filtered = append(filtered, h.state(m).filtered...)
		}
	}
	for _, to := range copies.list {
		h.budget.work++
		if h.find(to) != n {
			h.addAll(to, set)
		}
	}
	// A constraint may add others to this very node. Those see the objects by themselves, since they are handed on.
	constraints := st.constraints.list
	if len(filtered)+len(constraints) == 0 {
		return
	}
	for _, id := range set.AppendTo(nil) {
		o := h.objects[id]
		for _, c := range filtered {
			h.follow(c, o)
		}
		for _, c := range constraints {
			apply(h, c, n, o)
		}
		if !h.budget.spend(len(filtered) + len(constraints)) {
			return
		}
	}
}

// A queue has first what is nearest to where copies begin, so that a node has received most of what it will before it hands it on.
type queue []queued

type queued struct {
	node  Node
	order int32
}

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	return q[i].order > q[j].order || q[i].order == q[j].order && q[i].node < q[j].node
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(queued)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

// collapse makes one node of each cycle of copies, and puts the nodes in order (Tarjan's algorithm).
//
// Components are found in reverse topological order, so the number of each is its place in the queue as well: a node that copies lead to is
// done before those that they come from, and has the lower number.
func (s *solver) collapse() {
	t := tarjan{solver: s, index: make([]int32, s.count), low: make([]int32, s.count)}
	for n := Node(1); int(n) < s.count; n++ {
		if s.state(n).parent == 0 && t.index[n] == 0 {
			t.visit(n)
		}
	}
	for i, q := range s.pending {
		s.pending[i].order = s.state(q.node).order
	}
	priority.Init(&s.pending)
	s.budget.work += s.count + s.copies
	s.collapsed = s.budget.work
}

type tarjan struct {
	*solver
	index, low []int32 // index is 0 for what was not visited, and negative for what is in a component
	next, done int32
	stack      []Node
}

func (t *tarjan) visit(n Node) {
	t.next++
	t.index[n], t.low[n] = t.next, t.next
	t.stack = append(t.stack, n)
	copies := &t.state(n).copies
	if c := t.state(n).cycle; c != nil {
		copies = &c.copies
	}
	for _, to := range copies.list {
		to := t.find(to)
		if t.index[to] == 0 {
			t.visit(to)
			t.low[n] = min(t.low[n], t.low[to])
		} else if t.index[to] > 0 {
			t.low[n] = min(t.low[n], t.index[to])
		}
	}
	if t.low[n] != t.index[n] {
		return
	}
	t.done++ // what it leads to is done before
	t.state(n).order = t.done
	for {
		m := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.index[m] = -1
		if m == n {
			return
		}
		t.merge(n, m)
	}
}

// merge makes m, a representative, a part of what r stands for.
//
// What both have handed on is done; all else becomes fresh again, so that the constraints and copies of either see what the other held.
// That may apply a constraint twice to an object, which is why apply must be idempotent.
func (s *solver) merge(r, m Node) {
	a, b := s.state(r), s.state(m)
	seen := s.handedOn(r)
	seen.IntersectionWith(s.handedOn(m))
	a.holds.UnionWith(&b.holds)
	a.fresh.Difference(&a.holds, seen)
	a.list = nil
	if a.cycle == nil {
		a.cycle = &cycle{members: []Node{r}}
		a.cycle.copies.addAll(a.copies.list)
	}
	if b.cycle == nil {
		a.cycle.members = append(a.cycle.members, m)
		a.cycle.copies.addAll(b.copies.list)
	} else {
		a.cycle.members = append(a.cycle.members, b.cycle.members...)
		a.cycle.copies.addAll(b.cycle.copies.list)
	}
	for _, c := range b.constraints.list {
		a.constraints.add(c)
		s.trace.merged(r, m, c)
	}
	b.parent, b.cycle, b.list, b.constraints = r, nil, nil, once[constraint]{}
	b.holds.Clear()
	b.fresh.Clear()
	if !a.fresh.IsEmpty() {
		s.enqueue(r)
	}
}

// at returns what n holds, in the order in which the objects became known. The slice must not be changed.
//
// It may be called before the solution is complete, and then returns what is known so far. Those who do so look for what was added a
// moment ago, as [generator.eachOf] does.
func (s *solver) at(n Node) []*Object {
	st := s.rep(n)
	if st.list == nil && !st.holds.IsEmpty() {
		ids := st.holds.AppendTo(nil)
		st.list = make([]*Object, len(ids))
		for i, id := range ids {
			st.list[i] = s.objects[id]
		}
	}
	return st.list
}

// has reports whether n holds o.
func (s *solver) has(n Node, o *Object) bool { return s.rep(n).holds.Has(o.id) }

// next calls f for each node to which a copy hands on what n holds.
//
// It goes by the edges of n itself, not by those of its cycle, so a client that walks them sees the path which a value took. Fields and
// calls are followed by other means, as their constraints become copies only where an object is known.
func (s *solver) next(n Node, f func(Node)) {
	for _, to := range s.state(n).copies.list {
		f(to)
	}
	for _, c := range s.state(n).filtered {
		f(c.to)
	}
}
