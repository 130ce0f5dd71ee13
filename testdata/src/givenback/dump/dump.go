// Package dump takes anything apart. It has not seen net/http.
package dump

func Value(v any) { println(v) }
