// Package undefinedrange ranges over what is undefined. Type checkers that are not strict let it pass.
package undefinedrange

import (
	"net/http"
	"undefinedrange/dep"
)

func f() {
	tr := &http.Transport{}
	for _, e := range dep.V {
		e.f(tr)
	}
	for range dep.V {
	}
	for t := range dep.Yields {
		t = tr
	}
	for range dep.Returns {
	}
}

// How many values are returned is not looked at where one is undefined.
func g() *http.Transport {
	for _, e := range dep.V {
		return nil, e
	}
	return nil
}

func h() {
	for range dep.V.x {
	}
	for range dep.V() {
	}
	for range dep.V[0] {
	}
	for range *dep.V {
	}
	for range <-dep.V {
	}
	for _, e := range dep.V {
		for range e.x().y {
		}
	}
}
