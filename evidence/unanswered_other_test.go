//go:build !unix

package evidence

import "testing"

func unanswered(t *testing.T) (addr string) {
	t.Skip("this system answers where the queue of a listener is full")
	return ""
}
