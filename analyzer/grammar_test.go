package analyzer

// A kind is a watched type, with what can be written to its fields.
type kind struct {
	name   string // as code writes it
	base   string // its own name
	fields []string
	writes []write
}

// A write says what a field can be given, and which fields, on by default, it makes unreportable.
type write struct {
	field, typ, value string
	settles           []string
}

const dialFunc = "func(context.Context, string, string) (net.Conn, error)"

var kinds = []*kind{
	{"http.Transport", "Transport", []string{"IdleConnTimeout", "MaxIdleConns", "MaxIdleConnsPerHost", "TLSHandshakeTimeout", "DialContext"}, []write{
		{"IdleConnTimeout", "time.Duration", "time.Minute", []string{"IdleConnTimeout"}},
		{"MaxIdleConns", "int", "10", []string{"MaxIdleConns"}},
		{"MaxIdleConnsPerHost", "int", "10", []string{"MaxIdleConnsPerHost"}},
		{"TLSHandshakeTimeout", "time.Duration", "seconds()", []string{"TLSHandshakeTimeout"}},
		{"DialContext", dialFunc, "dial", []string{"DialContext"}},
		{"IdleConnTimeout", "time.Duration", "0", []string{"IdleConnTimeout"}},
		{"DialTLSContext", dialFunc, "dial", []string{"TLSHandshakeTimeout", "DialContext"}},
		{"DisableKeepAlives", "bool", "true", []string{"IdleConnTimeout", "MaxIdleConns", "MaxIdleConnsPerHost"}},
	}},
	{"net.Dialer", "Dialer", []string{"Timeout"}, []write{
		{"Timeout", "time.Duration", "time.Minute", []string{"Timeout"}},
		{"Deadline", "time.Time", "time.Now()", []string{"Timeout"}},
	}},
	{"tls.Dialer", "Dialer", []string{"NetDialer"}, []write{
		{"NetDialer", "*net.Dialer", "new(net.Dialer)", []string{"NetDialer"}},
	}},
	{"http.Client", "Client", []string{"Timeout"}, []write{
		{"Timeout", "time.Duration", "time.Minute", []string{"Timeout"}},
	}},
}

// A pattern is a piece of a program. In it stand
//
//	$x, $y, $z, $X  names that nothing else has
//	$K, $B          the type and its own name
//	$p              an expression of type *$K
//	$F, $D, $V      a field, its type, and a value for it
//	$L              fields of a literal
//	$@              a mark on the line where a value is made
type pattern struct {
	code  string // statements
	place string // an expression of type *$K for what they made, or moved
	decl  string // of the same package
	far   string // a declaration of package q, which the package imports

	only  string // the one type that it is for
	vague bool   // it may silence everything about the value
	muddy bool   // it may mix up the values that it is for
	all   bool   // of a store: it may write any field
}

// forms make a value.
var forms = []pattern{
	{code: "$x := &$K{$L} $@", place: "$x"},
	{code: "$x := $K{$L} $@", place: "(&$x)"},
	{code: "$x := new($K) $@", place: "$x"},
	{code: "var $x $K $@", place: "(&$x)"},
	{code: "$x := []$K{{$L}} $@", place: "(&$x[0])"},
	{code: "$x := []*$K{{$L}} $@", place: "$x[0]"},
	{code: "$x := [1]$K{{$L}} $@", place: "(&$x[0])"},
	{code: `$x := map[string]*$K{"": {$L}} $@`, place: `$x[""]`},
	{code: "$x := new($K{$L}) $@", place: "$x"},
	{code: "$x := (&($K{$L})) $@", place: "$x"},
	{code: "$x, $y := 0, &$K{$L} $@", place: "$y"},
	{code: "var $x any = &$K{$L} $@", place: "$x.(*$K)"},
	{code: "$x := struct{ t *$K }{&$K{$L}} $@", place: "$x.t"},
	{code: "$x := func() *$K { return &$K{$L} }() $@", place: "$x"},
	{code: "$x := append([]$K(nil), $K{$L}) $@", place: "(&$x[0])"},
	{code: "$x := make([]$K, 1)\n$x[0] = $K{$L} $@", place: "(&$x[0])"},
	{code: "$x := make(chan $K, 1)\n$x <- $K{$L} $@\n$y := <-$x", place: "(&$y)"},
	{code: `$x := map[string]$K{"": {$L}} $@` + "\n" + `$y := $x[""]`, place: "(&$y)"},
	{code: "$y := &$x{$L} $@", place: "$y", decl: "type $x = $K"},
	{code: "$y := &$x{$L} $@\n$z := (*$K)($y)", place: "$z", decl: "type $x $K"},
	{code: "$y := $x{$L} $@\n$z := (*$K)(&$y)", place: "$z", decl: "type $x $K"},
	{code: "$y := $K($x{$L}) $@", place: "(&$y)", decl: "type $x $K"},
	{code: "$y := new($x)", place: "(&$y.t)", decl: "type $x struct {\n\tt $K $@\n}"},
	{code: "var $y $x", place: "(&$y.t)", decl: "type $x struct {\n\tt $K $@\n}"},
	{code: "$y := &$x{}", place: "(&$y.$B)", decl: "type $x struct {\n\t$K $@\n}"},
	{code: "$y := $x{t: $K{$L}, $@\n}", place: "(&$y.t)", decl: "type $x struct {\n\tt $K\n}"},
	{code: "$y := $x{&$K{$L}} $@", place: "$y.$B", decl: "type $x struct{ *$K }"},
	{code: "$y := $x{[]$K{{$L}}} $@", place: "(&$y.list[0])", decl: "type $x struct{ list []$K }"},
	{code: "$y := $x()", place: "$y", decl: "func $x() *$K { return &$K{$L} $@\n}"},
	{code: "$y := $x()", place: "(&$y)", decl: "func $x() $K { return $K{$L} $@\n}"},
	{code: "$y := $x()", place: "(&$y)", decl: "func $x() (t $K) {\n\tt = $K{$L} $@\n\treturn\n}"},
	{code: "$y, _ := $x()", place: "$y", decl: "func $x() (*$K, error) {\n\tt := &$K{$L} $@\n\tif cond() {\n\t\treturn nil, errors.New(\"\")\n\t}\n\treturn t, nil\n}"},
	{code: "$y := $x[$K]()", place: "$y", decl: "func $x[X any]() *X {\n\treturn new(X) $@\n}"},
	{code: "$y := $x[$K]()", place: "(&$y)", decl: "func $x[X any]() (v X) {\n\tvar w X $@\n\treturn w\n}"},
	{code: "$y := $x($K{$L}) $@", place: "$y", decl: "func $x[X any](v X) *X { return &v }"},
	{place: "$x", decl: "var $x = &$K{$L} $@"},
	{place: "(&$x)", decl: "var $x = $K{$L} $@"},
	{place: "(&$x)", decl: "var $x $K $@"},
	{place: "$x[0]", decl: "var $x = []*$K{{$L}} $@"},
	{place: "$x", decl: "var $x *$K\n\nfunc init() {\n\t$x = &$K{$L} $@\n}"},
	{code: "$x := &http.Client{Transport: &http.Transport{$L}, $@\n}", place: "$x.Transport.(*http.Transport)", only: "http.Transport"},
	{code: "$x := &tls.Dialer{NetDialer: &net.Dialer{$L}, $@\n}", place: "$x.NetDialer", only: "net.Dialer"},
}

// moves lead from one expression for a value to another.
var moves = []pattern{
	// Variables.
	{code: "$x := $p", place: "$x"},
	{code: "var $x *$K\n$x = $p", place: "$x"},
	{code: "$x := $p\n$y := &$x", place: "(*$y)"},
	{code: "var $x *$K\n$y := &$x\n*$y = $p", place: "$x"},
	{code: "$x, $y := $p, (*$K)(nil)\n$x, $y = $y, $x", place: "$y"},
	{code: "$x = $p", place: "$x", decl: "var $x *$K"},
	{code: `$x[""] = $p`, place: `$x[""]`, decl: "var $x = map[string]*$K{}"},
	{code: "$x.f = $p", place: "$x.f", decl: "var $x struct{ f *$K }"},

	// Structs.
	{code: "$y := $x{f: $p}", place: "$y.f", decl: "type $x struct{ f *$K }"},
	{code: "$y := &$x{$p}", place: "$y.f", decl: "type $x struct{ f *$K }"},
	{code: "var $y $x\n$y.f = $p\n$z := $y", place: "$z.f", decl: "type $x struct{ f *$K }"},
	{code: "$y := $x{$p}", place: "$y.$B", decl: "type $x struct{ *$K }"},
	{code: "$y := outer$x{&$x{$p}}", place: "$y.$B", decl: "type $x struct{ *$K }\n\ntype outer$x struct{ *$x }"},
	{code: "var $y $x\n$y.a.b.list = append($y.a.b.list, $p)", place: "$y.a.b.list[0]", decl: "type $x struct{ a struct{ b struct{ list []*$K } } }"},
	{code: "$x := struct{ f *$K }{$p}\n$y := &$x.f", place: "(*$y)"},
	{code: "$x := []struct{ f *$K }{{$p}}\nvar $y *$K\nfor i := range $x {\n$y = $x[i].f\n}", place: "$y"},
	{code: "$y := $x{next: &$x{next: &$x{f: $p}}}\nvar $z *$K\nfor n := &$y; n != nil; n = n.next {\nif n.f != nil {\n$z = n.f\n}\n}", place: "$z", decl: "type $x struct {\n\tf *$K\n\tnext *$x\n}"},
	{code: "$y := other$x($x{$p})", place: "$y.f", decl: "type $x struct{ f *$K }\n\ntype other$x $x"},
	{code: "$y := (*struct{ f *$K })(&$x{$p})", place: "$y.f", decl: "type $x struct{ f *$K }"},

	// Containers.
	{code: "$x := []*$K{$p}", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\n$x[0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\ncopy($x, []*$K{$p})", place: "$x[0]"},
	{code: "$x := append([]*$K(nil), $p)\n$y := $x[:1]", place: "$y[len($x)-1]"},
	{code: "$x := append([]*$K(nil), []*$K{$p}...)", place: "$x[0]"},
	{code: "$x := [...]*$K{0: $p}", place: "$x[0]"},
	{code: "var $x [1]*$K\n$y := $x[:]\n$y[0] = $p", place: "$x[0]"},
	{code: "var $x [1]*$K\n$y := &$x\n$y[0] = $p", place: "$x[0]"},
	{code: "var $x [1]*$K\nfor i := range $x {\n$x[i] = $p\n}\n$y := $x", place: "$y[0]"},
	{code: "$x := &[]*$K{}\n*$x = append(*$x, $p)", place: "(*$x)[0]"},
	{code: "$x := [][]*$K{{$p}}\n$y := $x[0]", place: "$y[0]"},
	{code: "$x := map[int][]*$K{}\n$x[0] = append($x[0], $p)", place: "$x[0][0]"},
	{code: "$x := map[int]map[int]*$K{0: {}}\n$y := $x[0]\n$y[0] = $p", place: "$x[0][0]"},
	{code: "$x, $y := map[int]map[int]*$K{}, map[int]*$K{}\n$x[0] = $y\n$x[0][0] = $p", place: "$y[0]"},
	{code: "$x := make([]*$K, 1)\n$y := [][]*$K{$x}\n$y[0][0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\n$y := append([][]*$K(nil), $x)\n$y[0][0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\n$y := make(chan []*$K, 1)\n$y <- $x\n(<-$y)[0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\nfor _, l := range [][]*$K{$x} {\nl[0] = $p\n}", place: "$x[0]"},
	{code: "var $x *$K\n$y := []**$K{&$x}\n*$y[0] = $p", place: "$x"},
	{code: "var $x *$K\n$y := map[int]**$K{0: &$x}\nfor _, to := range $y {\n*to = $p\n}", place: "$x"},
	{code: "$x := make([]*$K, 1)\n$y := struct{ l []*$K }{$x}\n$y.l[0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\n$y := func() []*$K { return $x }\n$y()[0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\nvar $y any = $x\n$y.([]*$K)[0] = $p", place: "$x[0]"},
	{code: "$x := make([]*$K, 1)\n$y($x, $p)", place: "$x[0]", decl: "func $y(l []*$K, t *$K) { l[0] = t }"},
	{code: "$x := make([]*$K, 1)\nfunc(l ...*$K) { l[0] = $p }($x...)", place: "$x[0]"},
	{code: "$x := [1]*$K{}\nfunc(l *[1]*$K) { l[0] = $p }(&$x)", place: "$x[0]"},
	{code: "$x := map[string]any{}\n$x[\"t\"] = []*$K{$p}", place: "$x[\"t\"].([]*$K)[0]"},
	{code: `$x := map[string]*$K{"": $p}`, place: `$x[""]`},
	{code: "$x := map[string]*$K{}\n$x[\"\"] = $p\n$y, ok$x := $x[\"\"]\n_ = ok$x", place: "$y"},
	{code: "$x := map[*$K]bool{$p: true}\nvar $y *$K\nfor $y = range $x {\n}", place: "$y"},
	{code: "$x := map[*$K]int{}\n$x[$p]++\nvar $y *$K\nfor k := range $x {\n$y = k\n}", place: "$y"},
	{code: "$x := map[any]any{0: $p}", place: "$x[0].(*$K)"},
	{code: "$x := map[struct{ f *$K }]int{{$p}: 0}\nvar $y *$K\nfor k := range $x {\n$y = k.f\n}", place: "$y"},
	{code: "$x := make(chan *$K, 1)\n$x <- $p\n$y := <-$x", place: "$y"},
	{code: "$x := make(chan *$K, 1)\nselect {\ncase $x <- $p:\ndefault:\n}\nvar $y *$K\nselect {\ncase $y = <-$x:\ndefault:\n}", place: "$y"},
	{code: "$x := make(chan *$K, 1)\ngo func() { $x <- $p; close($x) }()\nvar $y *$K\nfor t := range $x {\n$y = t\n}", place: "$y"},
	{code: "$x := make(chan chan *$K, 1)\n$y := make(chan *$K, 1)\n$x <- $y\n$y <- $p\n$z := <-<-$x", place: "$z"},
	{code: "var $y *$K\nfor _, $y = range []*$K{$p} {\n}", place: "$y"},
	{code: "var $y *$K\nfor _, $y = range &[1]*$K{$p} {\n}", place: "$y"},

	// Closures and functions.
	{code: "$x := func() *$K { return $p }", place: "$x()"},
	{code: "$x := func() func() *$K { return func() *$K { return $p } }", place: "$x()()"},
	{code: "var $x *$K\nfunc() { $x = $p }()", place: "$x"},
	{code: "var $x *$K\n$y := func(t *$K) { $x = t }\n$y($p)", place: "$x"},
	{code: "$x := struct{ get func() *$K }{func() *$K { return $p }}", place: "$x.get()"},
	{code: "$x := []func() *$K{func() *$K { return $p }}", place: "$x[0]()"},
	{code: "var $x func(int) *$K\n$x = func(n int) *$K {\nif n > 0 {\nreturn $x(n - 1)\n}\nreturn $p\n}", place: "$x(1)"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) *$K { return t }"},
	{code: "$y, err$x := $x($p)\n_ = err$x", place: "$y", decl: "func $x(t *$K) (*$K, error) { return t, nil }"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) (r *$K) {\n\tr = t\n\treturn\n}"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) (r *$K) {\n\tdefer func() { r = t }()\n\treturn nil\n}"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(list ...*$K) *$K { return list[0] }"},
	{code: "$y := $x([]*$K{$p}...)", place: "$y", decl: "func $x(list ...*$K) *$K { return list[0] }"},
	{code: "var $y *$K\n$x(&$y, $p)", place: "$y", decl: "func $x(to **$K, t *$K) { *to = t }"},
	{code: "$y := $x($p, 3)", place: "$y", decl: "func $x(t *$K, n int) *$K {\n\tif n == 0 {\n\t\treturn t\n\t}\n\treturn $x(t, n-1)\n}"},
	{code: "$y := even$x($p, 4)", place: "$y", decl: "func even$x(t *$K, n int) *$K {\n\tif n == 0 {\n\t\treturn t\n\t}\n\treturn odd$x(t, n-1)\n}\n\nfunc odd$x(t *$K, n int) *$K { return even$x(t, n-1) }"},
	{code: "var $y *$K\n$x(func(t *$K) { $y = t }, $p)", place: "$y", decl: "func $x(f func(*$K), t *$K) { f(t) }"},
	{code: "$y := $x(two$x($p))", place: "$y", decl: "func two$x(t *$K) (int, *$K) { return 0, t }\n\nfunc $x(n int, t *$K) *$K { return t }"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) *$K {\n\tu := new($K)\n\tfor range 2 {\n\t\tu, t = t, u\n\t}\n\treturn t\n}"},
	{code: "$y := $x(func() (*$K, bool) { return $p, true }())", place: "$y", decl: "func $x(t *$K, ok bool) *$K {\n\tif !ok {\n\t\treturn nil\n\t}\n\treturn t\n}"},
	{code: "$y := (func(*$K) *$K)($x)", place: "$y($p)", decl: "func $x(t *$K) *$K { return t }"},

	// Methods.
	{code: "$y := $x{$p}", place: "$y.get()", decl: "type $x struct{ f *$K }\n\nfunc (h $x) get() *$K { return h.f }"},
	{code: "$y := new($x)\n$y.set($p)", place: "$y.f", decl: "type $x struct{ f *$K }\n\nfunc (h *$x) set(t *$K) { h.f = t }"},
	{code: "$y := new($x).with($p).with(nil).with($p)", place: "$y.f", decl: "type $x struct{ f *$K }\n\nfunc (h *$x) with(t *$K) *$x {\n\tif t != nil {\n\t\th.f = t\n\t}\n\treturn h\n}"},
	{code: "$y := $x{}.with($p)", place: "$y.f", decl: "type $x struct{ f *$K }\n\nfunc (h $x) with(t *$K) $x {\n\th.f = t\n\treturn h\n}"},
	{code: "$y := (&$x{$p}).get", place: "$y()", decl: "type $x struct{ f *$K }\n\nfunc (h *$x) get() *$K { return h.f }"},
	{code: "$y := (*$x).get", place: "$y(&$x{$p})", decl: "type $x struct{ f *$K }\n\nfunc (h *$x) get() *$K { return h.f }"},
	{code: "$y := outer$x{$x{$p}}", place: "$y.get()", decl: "type $x struct{ f *$K }\n\ntype outer$x struct{ $x }\n\nfunc (h *$x) get() *$K { return h.f }"},
	{code: "$y := $x(func() *$K { return $p })", place: "$y.get$x()", decl: "type $x func() *$K\n\nfunc (f $x) get$x() *$K { return f() }", muddy: true},
	{code: "var $y $x\n$y.add($p)", place: "$y.first()", decl: "type $x []*$K\n\nfunc (l $x) first() *$K { return l[0] }\n\nfunc (l *$x) add(t *$K) { *l = append(*l, t) }"},
	{code: "$y := $x{}\n$y.put($p)", place: "$y.get$x()", decl: "type $x map[string]*$K\n\nfunc (m $x) put(t *$K) { m[\"\"] = t }\n\nfunc (m $x) get$x() *$K { return m[\"\"] }"},

	// Interfaces.
	{code: "var $x any = $p\n$y := $x.(*$K)", place: "$y"},
	{code: "var $x any = $p\n$y, ok$x := $x.(*$K)\n_ = ok$x", place: "$y"},
	{code: "var $x any = []any{$p}\n$y := $x.([]any)[0].(*$K)", place: "$y"},
	{code: "var $y *$K\nswitch $x := any($p).(type) {\ncase nil:\ncase *$K:\n$y = $x\n}", place: "$y"},
	{code: "var $y *$K\nswitch $x := any($p).(type) {\ncase *$K, error:\n$y = $x.(*$K)\n}", place: "$y"},
	{code: "var $y $x = &impl$x{$p}", place: "$y.get()", decl: "type $x interface{ get() *$K }\n\ntype impl$x struct{ f *$K }\n\nfunc (h *impl$x) get() *$K { return h.f }"},
	{code: "var $y interface{ get$x() *$K } = $x(func() *$K { return $p })", place: "$y.get$x()", decl: "type $x func() *$K\n\nfunc (f $x) get$x() *$K { return f() }", muddy: true},
	{code: "var $y interface{ get$x() *$K } = $x{0: $p}", place: "$y.get$x()", decl: "type $x map[int]*$K\n\nfunc (m $x) get$x() *$K { return m[0] }"},
	{code: "$y := wrap$x{&impl$x{$p}}", place: "$y.get()", decl: "type $x interface{ get() *$K }\n\ntype impl$x struct{ f *$K }\n\nfunc (h *impl$x) get() *$K { return h.f }\n\ntype wrap$x struct{ $x }"},
	{code: "var $y $x = new(impl$x)\n$y.set($p)", place: "$y.get()", decl: "type $x interface {\n\tget() *$K\n\tset(*$K)\n}\n\ntype impl$x struct{ f *$K }\n\nfunc (h *impl$x) get() *$K { return h.f }\n\nfunc (h *impl$x) set(t *$K) { h.f = t }"},
	{code: "var $y interface{ get() *$K } = (*$x)($p)", place: "$y.get()", decl: "type $x $K\n\nfunc (t *$x) get() *$K { return (*$K)(t) }"},
	{code: "var $y interface{ get() *$K } = other$x($x{$p})", place: "$y.get()", decl: "type $x struct{ f *$K }\n\ntype other$x $x\n\nfunc (h other$x) get() *$K { return h.f }"},
	{code: "var $y any = other$x($x{$p})", place: "$y.(other$x).f", decl: "type $x struct{ f *$K }\n\ntype other$x $x"},
	{code: "var $y any = $x{$p}\n$z := $y.(interface{ get() *$K })", place: "$z.get()", decl: "type $x struct{ f *$K }\n\nfunc (h $x) get() *$K { return h.f }"},
	{code: "var $y error = $x{$p}", place: "$y.($x).f", decl: "type $x struct{ f *$K }\n\nfunc ($x) Error() string { return \"\" }"},
	{code: "var $y error = $x{$p}\nvar $z $x\nerrors.As($y, &$z)", place: "$z.f", decl: "type $x struct{ f *$K }\n\nfunc ($x) Error() string { return \"\" }"},
	{code: "var $y error = $x{$p}\n$z, _ := errors.AsType[$x]($y)", place: "$z.f", decl: "type $x struct{ f *$K }\n\nfunc ($x) Error() string { return \"\" }"},

	// Generics and iterators.
	{code: "$y := $x($p)", place: "$y", decl: "func $x[X any](t X) X { return t }"},
	{code: "$y := $x($p)", place: "(*$y)", decl: "func $x[X any](t X) *X { return &t }"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x[X any](list ...X) X {\n\tfor _, t := range list {\n\t\treturn t\n\t}\n\tvar zero X\n\treturn zero\n}"},
	{code: "$y := $x([]*$K{$p}, func(t *$K) *$K { return t })", place: "$y[0]", decl: "func $x[S ~[]X, X, Y any](s S, f func(X) Y) (out []Y) {\n\tfor _, t := range s {\n\t\tout = append(out, f(t))\n\t}\n\treturn out\n}"},
	{code: "$y := $x[*$K]{$p}", place: "$y.f", decl: "type $x[X any] struct{ f X }"},
	{code: "$y := new$x($p)", place: "$y.get()", decl: "type $x[X any] struct{ f X }\n\nfunc (h *$x[X]) get() X { return h.f }\n\nfunc new$x[X any](f X) *$x[X] { return &$x[X]{f} }"},
	{code: "var $y $x[*$K]\n$y.add($p)\nvar $z *$K\nfor $z = range $y.all {\n}", place: "$z", decl: "type $x[X any] struct{ list []X }\n\nfunc (h *$x[X]) add(e X) { h.list = append(h.list, e) }\n\nfunc (h *$x[X]) all(yield func(X) bool) {\n\tfor _, e := range h.list {\n\t\tif !yield(e) {\n\t\t\treturn\n\t\t}\n\t}\n}", vague: true},
	{code: "var $y *$K\nfor $x := range func(yield func(*$K) bool) { yield($p) } {\n$y = $x\n}", place: "$y", vague: true},
	{code: "var $y *$K\nfor _, $x := range $x($p) {\n$y = $x\n}", place: "$y", decl: "func $x(t *$K) iter.Seq2[int, *$K] {\n\treturn func(yield func(int, *$K) bool) { yield(0, t) }\n}", vague: true},
	{code: "$x, stop$x := iter.Pull(slices.Values([]*$K{$p}))\n$y, _ := $x()\nstop$x()", place: "$y", vague: true},
	{code: "var $y *$K\nfor $x := range slices.Values([]*$K{$p}) {\n$y = $x\n}", place: "$y"},
	{code: "$x := slices.Collect(maps.Values(map[int]*$K{0: $p}))", place: "$x[0]", vague: true},
	{code: "$x := maps.Clone(map[int]*$K{0: $p})", place: "$x[0]"},
	{code: "$x := map[int]*$K{}\nmaps.Copy($x, map[int]*$K{0: $p})", place: "$x[0]"},
	{code: "$x := maps.Collect(slices.All([]*$K{$p}))", place: "$x[0]", vague: true},
	{code: "$x := slices.Insert([]*$K(nil), 0, $p)", place: "$x[0]"},
	{code: "$x := slices.Concat(nil, []*$K{$p})", place: "$x[0]"},
	{code: "$x := slices.MaxFunc([]*$K{$p}, func(a, b *$K) int { return 0 })", place: "$x"},
	{code: "$x := cmp.Or(nil, $p)", place: "$x"},

	// What the standard library keeps.
	{code: "$x := sync.OnceValue(func() *$K { return $p })", place: "$x()"},
	{code: "$x := sync.OnceValues(func() (*$K, error) { return $p, nil })\n$y, _ := $x()", place: "$y"},
	{code: "var $x atomic.Pointer[$K]\n$x.Store($p)", place: "$x.Load()"},
	{code: "var $x atomic.Pointer[$K]\n$x.CompareAndSwap(nil, $p)\n$y := $x.Swap(nil)", place: "$y"},
	{code: "var $x atomic.Value\n$x.Store($p)", place: "$x.Load().(*$K)", vague: true},
	{code: "var $x sync.Map\n$x.Store(0, $p)\n$y, _ := $x.Load(0)", place: "$y.(*$K)", vague: true},
	{code: "$x := sync.Pool{New: func() any { return $p }}", place: "$x.Get().(*$K)", vague: true},
	{code: "$x := context.WithValue(context.Background(), 0, $p)", place: "$x.Value(0).(*$K)", vague: true},
	{code: "$x := list.New()\n$x.PushBack($p)", place: "$x.Front().Value.(*$K)", vague: true},
	{code: "$x := reflect.ValueOf($p).Interface().(*$K)", place: "$x", vague: true},

	// Copies and conversions.
	{code: "$x := *$p", place: "(&$x)", vague: true},
	{code: "var $x $K\n$x = *$p", place: "(&$x)", vague: true},
	{code: "$x := new(*$p)", place: "$x", vague: true},
	{code: "$x := []$K{*$p}", place: "(&$x[0])", vague: true},
	{code: "$x := $p.Clone()", place: "$x", only: "http.Transport", vague: true},
	{code: "$y := (*$x)($p)", place: "(*$K)($y)", decl: "type $x $K"},
	{code: "var $y *$x = $p", place: "$y", decl: "type $x = $K"},
	{code: "$y := (*$x)($p).get()", place: "$y", decl: "type $x $K\n\nfunc (t *$x) get() *$K { return (*$K)(t) }"},
	{code: "$x := unsafe.Pointer($p)", place: "(*$K)($x)", vague: true},

	// Control flow around a variable.
	{code: "$x := new($K)\n$x = $p", place: "$x"},
	{code: "$x := new($K)\nif cond() {\n$x = $p\n}", place: "$x"},
	{code: "$x := new($K)\nif cond() {\n$x = nil\n} else if cond() {\n$x = $p\n} else {\npanic(0)\n}", place: "$x"},
	{code: "$x := new($K)\nfor range 2 {\nif cond() {\nbreak\n}\n$x = $p\n}", place: "$x"},
	{code: "$x := new($K)\nfor range 2 {\nif cond() {\n$x = $p\ncontinue\n}\n$x = nil\n}", place: "$x"},
	{code: "$x := new($K)\nswitch {\ncase cond():\n$x = $p\nfallthrough\ndefault:\n}", place: "$x"},
	{code: "$x := new($K)\nswitch {\ncase cond():\n$x = $p\nif cond() {\nbreak\n}\n$x = nil\n}", place: "$x"},
	{code: "$x := new($K)\nloop$x:\nfor {\nfor {\nif cond() {\n$x = $p\nbreak loop$x\n}\n}\n}", place: "$x"},
	{code: "$x := new($K)\nloop$x:\nfor range 3 {\nswitch {\ncase cond():\n$x = $p\ncontinue loop$x\n}\n$x = nil\n}", place: "$x"},
	{code: "$x := new($K)\nselect {\ndefault:\n$x = $p\nbreak\n}", place: "$x"},
	{code: "$x := new($K)\nfor i := 0; i < 2; i, $x = i+1, $p {\n}", place: "$x"},
	{code: "$x := new($K)\nfor $y := new($K); cond(); $x, $y = $y, $p {\n}", place: "$x"},
	{code: "$x := new($K)\nif $x = $p; cond() {\n}", place: "$x"},
	{code: "$x := new($K)\nfunc() {\ndefer func() { recover() }()\n$x = $p\npanic(0)\n}()", place: "$x"},
	{code: "var $x *$K\ni$x := 0\nagain$x:\nif i$x < 1 {\ni$x++\n$x = $p\ngoto again$x\n}", place: "$x"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) *$K {\n\tr := new($K)\n\tif cond() {\n\t\tgoto end\n\t}\n\tr = t\nend:\n\treturn r\n}"},
	{code: "$y := $x($p)", place: "$y", decl: "func $x(t *$K) *$K {\n\tvar r *$K\n\tfor r == nil {\n\t\tr = t\n\t}\n\tt = nil\n\treturn r\n}"},

	// Through types of net/http and crypto/tls.
	{code: "var $x http.RoundTripper = $p\n$y := $x.(*http.Transport)", place: "$y", only: "http.Transport"},
	{code: "$x := &http.Client{Transport: $p}", place: "$x.Transport.(*http.Transport)", only: "http.Transport"},
	{code: "var $x http.Client\n$x.Transport = $p\n$y := $x", place: "$y.Transport.(*http.Transport)", only: "http.Transport"},
	{code: "$y := &$x{http.Client{Transport: $p}}", place: "$y.Transport.(*http.Transport)", decl: "type $x struct{ http.Client }", only: "http.Transport"},
	{code: "$x := *http.DefaultClient\n$x.Transport = $p", place: "$x.Transport.(*http.Transport)", only: "http.Transport"},
	{code: "http.DefaultTransport = $p", place: "http.DefaultTransport.(*http.Transport)", only: "http.Transport", vague: true},
	{code: "http.DefaultClient.Transport = $p", place: "http.DefaultClient.Transport.(*http.Transport)", only: "http.Transport", vague: true},
	{code: "$y := $x{$p}", place: "$y.RoundTripper.(*http.Transport)", decl: "type $x struct{ http.RoundTripper }", only: "http.Transport"},
	{code: "$y := &http.Client{Transport: $x{$p}}", place: "$y.Transport.($x).next.(*http.Transport)", only: "http.Transport",
		decl: "type $x struct{ next http.RoundTripper }\n\nfunc (r $x) RoundTrip(req *http.Request) (*http.Response, error) { return r.next.RoundTrip(req) }"},
	{code: "$x := &tls.Dialer{NetDialer: $p}", place: "$x.NetDialer", only: "net.Dialer"},

	// Through another package.
	{code: "$y := q.$X($p)", place: "$y", far: "func $X(t *$K) *$K { return t }", muddy: true},
	{code: "$y, _ := q.$X($p)", place: "$y", far: "func $X(t *$K) (*$K, error) { return t, nil }", muddy: true},
	{code: "$y := q.$X($p)", place: "$y", far: "func $X[X any](t X) X { return t }", muddy: true},
	{code: "$y := q.$X($p)[0]", place: "$y", far: "func $X(list ...*$K) []*$K { return list }", muddy: true},
	{code: "$y := &q.$X{T: $p}", place: "$y.T", far: "type $X struct{ T *$K }", muddy: true},
	{code: "$y := q.New$X($p)", place: "$y.T", far: "type $X struct{ T *$K }\n\nfunc New$X(t *$K) *$X { return &$X{t} }", muddy: true},
	{code: "$y := q.New$X($p).Get()", place: "$y", far: "type $X struct{ t *$K }\n\nfunc New$X(t *$K) *$X { return &$X{t} }\n\nfunc (h *$X) Get() *$K { return h.t }", muddy: true},
	{code: "var $y q.$X\n$y.Set($p)", place: "$y.T", far: "type $X struct{ T *$K }\n\nfunc (h *$X) Set(t *$K) { h.T = t }", muddy: true},
	{code: "var $y q.$X\n$y.Set($p)", place: "$y.Get()", far: "type $X struct{ t *$K }\n\nfunc (h *$X) Set(t *$K) { h.t = t }\n\nfunc (h *$X) Get() *$K { return h.t }", muddy: true},
	{code: "$y := &q.$X[*$K]{V: $p}", place: "$y.Get()", far: "type $X[X any] struct{ V X }\n\nfunc (h *$X[X]) Get() X { return h.V }", muddy: true},
	{code: "$y := q.$X($p)()", place: "$y", far: "func $X(t *$K) func() *$K {\n\treturn func() *$K { return t }\n}", muddy: true},
	{code: "$y := q.New$X($p)", place: "$y.Get()", far: "type $X interface{ Get() *$K }\n\ntype impl$X struct{ t *$K }\n\nfunc (i *impl$X) Get() *$K { return i.t }\n\nfunc New$X(t *$K) $X { return &impl$X{t} }", muddy: true},
	{code: "q.Set$X($p)", place: "q.Get$X()", far: "var $X *$K\n\nfunc Set$X(t *$K) { $X = t }\n\nfunc Get$X() *$K { return $X }", muddy: true},
	{code: "$y := q.New$X([]*$K{$p})", place: "$y.List[0]", far: "type $X struct{ List []*$K }\n\nfunc New$X(list []*$K) *$X { return &$X{List: list} }", muddy: true},
	{code: "$y := q.New$X(func(x *q.$X) { x.T = $p })", place: "$y.T", far: "type $X struct{ T *$K }\n\nfunc New$X(f func(*$X)) *$X {\n\tx := new($X)\n\tf(x)\n\treturn x\n}", muddy: true},
	{code: "$y := q.New$X(q.Config$X{T: $p})", place: "$y.Config.T", far: "type Config$X struct{ T *$K }\n\ntype $X struct{ Config Config$X }\n\nfunc New$X(c Config$X) *$X { return &$X{c} }", muddy: true},
	{code: "$y := q.New$X(&http.Client{Transport: $p})", place: "$y.Client.Transport.(*http.Transport)", far: "type $X struct{ Client *http.Client }\n\nfunc New$X(c *http.Client) *$X { return &$X{c} }", only: "http.Transport", muddy: true},
	{code: "$y := q.New$X($p)", place: "$y.Client.Transport.(*http.Transport)", far: "type $X struct{ Client http.Client }\n\nfunc New$X(rt http.RoundTripper) *$X {\n\tx := new($X)\n\tx.Client.Transport = rt\n\treturn x\n}", only: "http.Transport", muddy: true},
	{code: "q.$X = $p", place: "q.$X", far: "var $X *$K", vague: true},
	{code: "$y := q.$X(&http.Client{Transport: $p})", place: "$y.Transport.(*http.Transport)", far: "func $X(c *http.Client) *http.Client { return c }", only: "http.Transport", muddy: true},
	{code: "var $y *$K\nq.$X($p, func(t *$K) { $y = t })", place: "$y", far: "func $X(t *$K, f func(*$K)) { f(t) }", vague: true},
	{code: "$y := q.$X(func() *$K { return $p })", place: "$y", far: "func $X(f func() *$K) *$K { return f() }", vague: true},
}

// stores write a field.
var stores = []pattern{
	{code: "$p.$F = $V"},
	{code: "$x := $p\n$x.$F = $V"},
	{code: "$x := $V\n$p.$F = ($D)($x)"},
	{code: "*(&$p.$F) = $V"},
	{code: "$x := &$p.$F\n*$x = $V"},
	{code: "$p.$F, _ = $V, 0"},
	{code: "$p.$F, _ = $x()", decl: "func $x() ($D, error) { return $V, nil }"},
	{code: "$p.$F, _ = map[int]$D{}[0]"},
	{code: "$p.$F, _ = any(($D)($V)).($D)"},
	{code: "if $p.$F = $V; cond() {\n}"},
	{code: "if cond() {\n$p.$F = $V\n}"},
	{code: "for $p.$F = $V; cond(); {\n}"},
	{code: "for _, $p.$F = range []$D{$V} {\n}"},
	{code: "$x := make(chan $D, 1)\nselect {\ncase $p.$F = <-$x:\ndefault:\n}"},
	{code: "switch {\ncase cond():\ndefault:\n$p.$F = $V\n}"},
	{code: "func() { $p.$F = $V }()"},
	{code: "defer func() { $p.$F = $V }()"},
	{code: "go func() { $p.$F = $V }()"},
	{code: "func(t *$K) { t.$F = $V }($p)"},
	{code: "defer func(t *$K) { t.$F = $V }($p)"},
	{code: "$x := func(t *$K) { t.$F = $V }\n$x($p)"},
	{code: `$x := map[string]func(*$K){"": func(t *$K) { t.$F = $V }}` + "\n" + `$x[""]($p)`},
	{code: "$x := struct{ f func(*$K) }{func(t *$K) { t.$F = $V }}\n$x.f($p)"},
	{code: "new(sync.Once).Do(func() { $p.$F = $V })"},
	{code: "time.AfterFunc(0, func() { $p.$F = $V })"},
	{code: "for _, $x := range []*$K{$p, $p} {\n$x.$F = $V\n}"},
	{code: "for $x := range slices.Values([]*$K{$p}) {\n$x.$F = $V\n}"},
	{code: "slices.SortFunc([]*$K{$p}, func(a, b *$K) int {\na.$F = $V\nreturn 0\n})"},
	{code: "slices.IndexFunc([]*$K{$p}, func(t *$K) bool {\nt.$F = $V\nreturn false\n})"},
	{code: "$x($p)", decl: "func $x(t *$K) { t.$F = $V }"},
	{code: "$x($p, $V)", decl: "func $x(t *$K, v $D) { t.$F = v }"},
	{code: "$x(&$p.$F)", decl: "func $x(f *$D) { *f = $V }"},
	{code: "$x($p)", decl: "func $x(t *$K) { $y(t, $V) }\n\nfunc $y(t *$K, v $D) { t.$F = v }"},
	{code: "$x($p, 2)", decl: "func $x(t *$K, n int) {\n\tif n > 0 {\n\t\t$x(t, n-1)\n\t\treturn\n\t}\n\tt.$F = $V\n}"},
	{code: "$x($p, with$x($V))", decl: "type option$x func(*$K)\n\nfunc with$x(v $D) option$x { return func(t *$K) { t.$F = v } }\n\nfunc $x(t *$K, options ...option$x) {\n\tfor _, o := range options {\n\t\to(t)\n\t}\n}"},
	{code: "for _, o := range []$x{impl$x{$V}} {\no.apply$x($p)\n}", decl: "type $x interface{ apply$x(*$K) }\n\ntype impl$x struct{ v $D }\n\nfunc (o impl$x) apply$x(t *$K) { t.$F = o.v }"},
	{code: "$x($p, func(t *$K) { t.$F = $V })", decl: "func $x[X any](t X, f func(X)) { f(t) }"},
	{code: "$x(func(t *$K) { t.$F = $V }, $p)", decl: "func $x[X any](f func(X), list ...X) {\n\tfor _, t := range list {\n\t\tf(t)\n\t}\n}"},
	{code: "(*$x)($p).set()", decl: "type $x $K\n\nfunc (t *$x) set() { t.$F = $V }"},
	{code: "var $y interface{ set$x() } = (*$x)($p)\n$y.set$x()", decl: "type $x $K\n\nfunc (t *$x) set$x() { t.$F = $V }"},
	{code: "$x{$p}.set()", decl: "type $x struct{ *$K }\n\nfunc (h $x) set() { h.$F = $V }"},
	{code: "(&$x{t: $p}).set($V)", decl: "type $x struct{ t *$K }\n\nfunc (h *$x) set(v $D) { h.t.$F = v }"},
	{code: "var $y any = $p\n$x($y)", decl: "func $x(v any) {\n\tif t, ok := v.(*$K); ok {\n\t\tt.$F = $V\n\t}\n}"},
	{code: "$x($p)", decl: "func $x(v any) {\n\tswitch t := v.(type) {\n\tcase *$K:\n\t\tt.$F = $V\n\t}\n}"},
	{code: "$x(map[string]any{\"t\": $p})", decl: "func $x(m map[string]any) { m[\"t\"].(*$K).$F = $V }"},
	{code: "fmt.Sscan(\"\", &$p.$F)"},
	{code: "*$p = $K{$F: $V}", all: true},
	{code: "json.Unmarshal(nil, $p)", all: true},
	{code: "reflect.ValueOf($p).Elem().FieldByName(\"$F\").SetZero()", all: true},
	{code: "q.$X($p)", far: "func $X(t *$K) { t.$F = $V }"},
	{code: "q.$X($p, $V)", far: "func $X(t *$K, v $D) { t.$F = v }"},
	{code: "q.$X($p)", far: "func $X(v any) {\n\tif t, ok := v.(*$K); ok {\n\t\tt.$F = $V\n\t}\n}"},
	{code: "q.$X($p, nil)", far: "func $X(list ...*$K) {\n\tfor _, t := range list {\n\t\tt.$F = $V\n\t}\n}"},
	{code: "q.$X(map[string]*$K{\"\": $p})", far: "func $X(m map[string]*$K) { m[\"\"].$F = $V }"},
	{code: "q.$X{T: $p}.Set()", far: "type $X struct{ T *$K }\n\nfunc (h $X) Set() { h.T.$F = $V }"},
	{code: "q.New$X($p).Set()", far: "type $X struct{ t *$K }\n\nfunc New$X(t *$K) *$X { return &$X{t} }\n\nfunc (h *$X) Set() { h.t.$F = $V }", vague: true},
	{code: "q.Use$X(&q.$X{T: $p})", far: "type $X struct{ T *$K }\n\nfunc Use$X(h *$X) { h.T.$F = $V }"},
	{code: "q.With$X($V)($p)", far: "type $X func(*$K)\n\nfunc With$X(v $D) $X { return func(t *$K) { t.$F = v } }", all: true},
	{code: "q.New$X().Set($p)", far: "type $X interface{ Set(*$K) }\n\ntype impl$X struct{}\n\nfunc (impl$X) Set(t *$K) { t.$F = $V }\n\nfunc New$X() $X { return impl$X{} }", all: true},
	{code: "q.$X($p, func(t *$K) { t.$F = $V })", far: "func $X(t *$K, f func(*$K)) { f(t) }", all: true},
	{code: "q.$X(&http.Client{Transport: $p})", far: "func $X(c *http.Client) { c.Transport.(*http.Transport).$F = $V }", only: "http.Transport"},
	{code: "q.$X($p)", far: "func $X(rt http.RoundTripper) {\n\tif t, ok := rt.(*http.Transport); ok {\n\t\tt.$F = $V\n\t}\n}", only: "http.Transport"},
}
