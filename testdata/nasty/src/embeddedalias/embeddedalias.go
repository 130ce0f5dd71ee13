// Package embeddedalias embeds an interface that has no name of its own.
package embeddedalias

import (
	"embeddedalias/dep"
	"net/http"
)

type setter interface{ Set(*http.Transport) }

type holder struct{ dep.Setter }

func f(s dep.Setter) {
	var h setter = holder{s}
	h.Set(&http.Transport{})
}
