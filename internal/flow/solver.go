package flow

// A Node is a place that holds values: a variable, a field of an object, a function's result, an expression.
// The zero node holds nothing.
//
// Nodes do not tell a value from a pointer to it, a container from its elements, nor an interface from its content,
// so a copy is an alias and only field selection leads from one object to another.
type Node int32

// A solver computes which objects reach which nodes. It is inclusion-based and flow-insensitive:
// the order of statements, and whether a branch is taken, do not count.
type solver struct {
	nodes   []nodeState
	pending []Node
	steps   int // arrivals handed on so far
	limit   int // of steps; past it nothing is known
}

// Bounds of the work for one package. The most that was seen in some three thousand packages of public repositories is 1.7 million
// steps and 120 thousand nodes.
const (
	maxSteps = 5_000_000
	maxNodes = 400_000
)

// exhausted tells whether the solver gave up, so that what it computed is not complete.
func (s *solver) exhausted() bool { return s.steps >= s.limit || len(s.nodes) > maxNodes }

type nodeState struct {
	objects []*Object            // in the order of arrival, which is deterministic
	has     map[*Object]struct{} // the same as a set, once there are many
	done    int                  // objects[:done] have been handed to edges and watchers
	queued  bool
	edges   []edge
	watch   []func(*Object)
}

// An edge copies objects to another node; keep, if not nil, says which.
type edge struct {
	to   Node
	keep func(*Object) bool
}

func newSolver() *solver { return &solver{nodes: make([]nodeState, 1, 256), limit: maxSteps} }

func (s *solver) node() Node {
	s.nodes = append(s.nodes, nodeState{})
	return Node(len(s.nodes) - 1)
}

// holding returns a new node that holds o.
func (s *solver) holding(o *Object) Node {
	n := s.node()
	s.add(n, o)
	return n
}

func (s *solver) add(n Node, o *Object) {
	if n == 0 || o == nil {
		return
	}
	st := &s.nodes[n]
	const few = 8
	if st.has != nil {
		if _, ok := st.has[o]; ok {
			return
		}
		st.has[o] = struct{}{}
	} else {
		for _, p := range st.objects {
			if p == o {
				return
			}
		}
		if len(st.objects) == few {
			st.has = make(map[*Object]struct{}, 4*few)
			for _, p := range st.objects {
				st.has[p] = struct{}{}
			}
			st.has[o] = struct{}{}
		}
	}
	st.objects = append(st.objects, o)
	s.enqueue(n)
}

func (s *solver) enqueue(n Node) {
	if st := &s.nodes[n]; !st.queued {
		st.queued = true
		s.pending = append(s.pending, n)
	}
}

// copy makes everything in from arrive at to as well.
func (s *solver) copy(from, to Node) { s.copyIf(from, to, nil) }

func (s *solver) copyIf(from, to Node, keep func(*Object) bool) {
	if from == 0 || to == 0 {
		return
	}
	e := edge{to, keep}
	st := &s.nodes[from]
	st.edges = append(st.edges, e)
	for i := range st.done {
		s.follow(e, s.nodes[from].objects[i])
	}
}

func (s *solver) follow(e edge, o *Object) {
	if e.keep == nil || e.keep(o) {
		s.add(e.to, o)
	}
}

// each calls f once for every object that n holds, or will come to hold.
func (s *solver) each(n Node, f func(*Object)) {
	if n == 0 {
		return
	}
	st := &s.nodes[n]
	st.watch = append(st.watch, f)
	for i := range st.done {
		f(s.nodes[n].objects[i])
	}
}

// solve hands objects on until nothing moves, or the limit is reached.
func (s *solver) solve() {
	for len(s.pending) > 0 {
		n := s.pending[len(s.pending)-1]
		s.pending = s.pending[:len(s.pending)-1]
		s.nodes[n].queued = false
		for s.nodes[n].done < len(s.nodes[n].objects) {
			o := s.nodes[n].objects[s.nodes[n].done]
			s.nodes[n].done++
			if s.steps++; s.exhausted() {
				return
			}
			// Watchers may add edges and watchers to this very node; those see o by themselves, as it is done.
			edges, watch := s.nodes[n].edges, s.nodes[n].watch
			for _, e := range edges {
				s.follow(e, o)
			}
			for _, f := range watch {
				f(o)
			}
		}
	}
}

// at returns what n holds.
func (s *solver) at(n Node) []*Object { return s.nodes[n].objects }

func (s *solver) holds(n Node, o *Object) bool {
	if has := s.nodes[n].has; has != nil {
		_, ok := has[o]
		return ok
	}
	for _, p := range s.nodes[n].objects {
		if p == o {
			return true
		}
	}
	return false
}
