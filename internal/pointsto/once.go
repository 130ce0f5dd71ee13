package pointsto

import "slices"

// A once is a list that has each of its elements once, in the order in which they came.
//
// It is for edges and constraints. Most nodes have a few, where a scan is cheaper than a map; some have tens of thousands, and an
// intsets.Sparse, which is a linked list, takes as long as it is to insert one.
type once[T comparable] struct {
	list  []T
	known map[T]bool // the same, once there are many
}

// add adds e, and reports whether that is news.
func (s *once[T]) add(e T) bool {
	const few = 8
	if s.known == nil {
		if slices.Contains(s.list, e) {
			return false
		}
		if len(s.list) == few {
			s.known = make(map[T]bool, 4*few)
			for _, d := range s.list {
				s.known[d] = true
			}
		}
	} else if s.known[e] {
		return false
	}
	if s.known != nil {
		s.known[e] = true
	}
	s.list = append(s.list, e)
	return true
}

func (s *once[T]) addAll(list []T) {
	for _, e := range list {
		s.add(e)
	}
}
