// Package fuzz generates programs of which it is known what is written to which value, and has the analyzer judge them. This is one:
//
//	type x3 struct {
//		t http.Transport
//	}
//
//	type x4 struct{ f *http.Transport }
//
//	func x5(t *http.Transport) { t.DialContext = dial }
//
//	func f1() {
//		y3 := x3{t: http.Transport{} /*v2*/}
//		_ = (&y3.t)
//		y4 := x4{f: (&y3.t)}
//		x5(y4.f)
//	}
//
// A form made the value, with the mark v2. A move led to another expression for it. A store wrote a field: forms, moves and stores are
// the patterns in grammar.go, and bytes choose among them. So a report about v2 that names DialContext is false, and one that does not
// name TLSHandshakeTimeout has missed something.
//
//	go -C tools test ./fuzz                                                   # what was found before
//	go -C tools test ./fuzz -run='^$' -fuzz=FuzzVerdicts -parallel=1          # new programs
//	go -C tools test ./fuzz -run='^$' -fuzz=FuzzBroken -parallel=1            # source that is hardly any
package fuzz
