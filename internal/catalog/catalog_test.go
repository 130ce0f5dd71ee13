package catalog

import (
	"crypto/tls"
	"fmt"
	"go/ast"
	"go/build"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"go/version"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// A new Go release must not add a field that nobody has judged.
func TestComplete(t *testing.T) {
	structs := []reflect.Type{
		reflect.TypeFor[http.Transport](),
		reflect.TypeFor[net.Dialer](),
		reflect.TypeFor[tls.Dialer](),
		reflect.TypeFor[http.Client](),
		reflect.TypeFor[http.Server](),
		reflect.TypeFor[http.HTTP2Config](),
	}
	catalog := standard()
	if len(catalog) != len(structs) {
		t.Errorf("the catalog has %d types and this test %d: add the missing ones to its list", len(catalog), len(structs))
	}
	for _, typ := range structs {
		entry := Find(catalog, typ.PkgPath(), typ.Name())
		if entry == nil {
			t.Errorf("%s is not cataloged: add it to Types", typ)
			continue
		}
		exported := make(map[string]bool)
		for sf := range typ.Fields() {
			if !sf.IsExported() {
				continue
			}
			exported[sf.Name] = true
			if entry.Field(sf.Name) == nil {
				t.Errorf("%s.%s (%s) is not classified: find out what its zero value means and add a row", typ, sf.Name, sf.Type)
			}
		}
		for _, f := range entry.Fields {
			if !exported[f.Name] && version.Compare("go"+f.Since, version.Lang(runtime.Version())) <= 0 {
				t.Errorf("%s.%s is classified, but no longer exists in this Go release: remove the row", typ, f.Name)
			}
		}
	}
}

// standard returns the types of the standard library. The others' modules are none that this one requires: the tests of
// integration look at these.
func standard() []Type {
	return slices.DeleteFunc(Types(), func(t Type) bool { return t.Module != "" })
}

func TestWellFormed(t *testing.T) {
	release := regexp.MustCompile(`^1\.\d+$`)
	for _, typ := range Types() {
		if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Name == typ.Rule }) {
			t.Errorf("%s.%s: Rule %q does not exist: use one of Rules", typ.Package, typ.Name, typ.Rule)
		}
		if (typ.Module == "") != (len(typ.Versions) == 0) {
			t.Errorf("%s.%s: name its module together with the versions that were looked at", typ.Package, typ.Name)
		}
		seen := make(map[string]bool)
		for _, f := range typ.Fields {
			fail := func(format string, args ...any) {
				t.Helper()
				t.Errorf("%s.%s.%s: %s", typ.Package, typ.Name, f.Name, fmt.Sprintf(format, args...))
			}
			checkRef := func(list, name string) {
				t.Helper()
				if name == f.Name || typ.Field(name) == nil && typ.Module == "" {
					fail("%s names %q: name another field of the type", list, name)
				}
			}

			if seen[f.Name] {
				fail("has two rows: remove one")
			}
			seen[f.Name] = true
			if typ.Module == "" && !release.MatchString(f.Since) {
				fail("Since is %q: write the Go release as in \"1.7\"", f.Since)
			}
			if f.Class < NoLimit || f.Class > Feature {
				fail("has no Class: choose one")
			}
			if !strings.HasSuffix(f.Zero, ".") || !strings.Contains(f.Zero, " ") {
				fail("Zero is %q: write a full sentence that ends with a period", f.Zero)
			}
			if f.Reportable() {
				first, _ := utf8.DecodeRuneInString(f.Effect)
				if !unicode.IsLower(first) || strings.ContainsAny(f.Effect, ".;,()") || len(strings.Fields(f.Effect)) > 8 {
					fail("Effect is %q: write a clause of at most eight words that starts in lower case, without brackets, commas, semicolons and periods", f.Effect)
				}
			} else if f.Default || f.Beside != nil || f.Insert != "" || f.Evidence != "" || f.SetBy != nil || f.Matters != nil || f.Moot != nil {
				fail("is never reported: give it an Effect, or clear Default, Beside, Insert, Evidence, SetBy, Matters and Moot")
			}
			for _, name := range f.SetBy {
				checkRef("SetBy", name)
			}
			for _, name := range f.Beside {
				if checkRef("Beside", name); !typ.Field(name).Default {
					fail("Beside names %q, which is off by default: name rows that are on", name)
				}
			}
			if f.Beside != nil && f.Default || f.Alone != nil && f.Beside == nil {
				fail("mixes Default, Beside and Alone: a row is on by default, or is named beside others and maybe alone")
			}
			for list, conds := range map[string][]Condition{"Matters": f.Matters, "Moot": f.Moot, "Alone": f.Alone} {
				for _, c := range conds {
					if c.Is.String() == "" {
						fail("%s asks what has no words: add it to Test.String, -why prints it", list)
					}
					switch c.Is {
					case Set, True, Negative, MoreThanPerHost, NoMoreThanPerHost:
						checkRef(list, c.Field)
					case ClosedAfterUse, ClosedInTime, ClosedOften, NeverConnects, PlainHTTP, OnlyH2C, ByProtocol, RequestsClose, NoPool, NeverSends, Brief, DialsUnix, DialsTunnel, DialsBounded, NoLimitChosen, RequestsBounded, ConnsExpire, ConnsClosed, DialsUnlimited, Fallback, Proxies, ClientTimesOut, LeaksPerCall, LikeDefaultTransport:
						if c.Field != "" {
							fail("%s asks a circumstance of the field %s: leave Field empty", list, c.Field)
						}
					default:
						fail("%s has a condition that tests nothing: set Is", list)
					}
				}
			}
		}
	}
}

// The toolchain's own record of the API is the source of Since.
func TestSince(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(build.Default.GOROOT, "api", "go1*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("this Go installation has no api/go1*.txt to check against: run the test with one that was not stripped")
	}
	line := regexp.MustCompile(`(?m)^pkg (\S+), type (\w+) struct, (\w+) `)
	since := make(map[string]string)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// go1.txt records Go 1.0. A later file may mention a field again, to deprecate it.
		release := strings.TrimSuffix(filepath.Base(file), ".txt")
		if release == "go1" {
			release = "go1.0"
		}
		for _, m := range line.FindAllStringSubmatch(string(data), -1) {
			field := strings.Join(m[1:], ".")
			if old, ok := since[field]; !ok || version.Compare(release, old) < 0 {
				since[field] = release
			}
		}
	}
	for _, typ := range standard() {
		for _, f := range typ.Fields {
			field := typ.Package + "." + typ.Name + "." + f.Name
			if version.Compare("go"+f.Since, version.Lang(runtime.Version())) > 0 {
				continue
			}
			if want := strings.TrimPrefix(since[field], "go"); f.Since != want {
				t.Errorf("%s: Since is %q, and Go's api files say %q: correct the row", field, f.Since, want)
			}
		}
	}
}

// What a fix writes must compile in its field, and must be what http.DefaultTransport has, where that has something.
func TestInsert(t *testing.T) {
	var src strings.Builder
	src.WriteString(`package p
import ("crypto/tls"; "net"; "net/http"; "time")
var (_ tls.Dialer; _ net.Dialer; _ http.Client; _ time.Duration)
`)
	for _, typ := range standard() {
		for _, f := range typ.Fields {
			if f.Insert == "" {
				continue
			}
			if _, err := parser.ParseExpr(f.Insert); err != nil {
				t.Errorf("%s.%s.%s: Insert %q is no Go expression: %v", typ.Package, typ.Name, f.Name, f.Insert, err)
				continue
			}
			fmt.Fprintf(&src, "var _ = %s.%s{%s: %s}\n", typ.Package[strings.LastIndex(typ.Package, "/")+1:], typ.Name, f.Name, f.Insert)
		}
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "insert.go", src.String(), parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue)}
	conf := types.Config{
		Importer: importer.ForCompiler(fset, "gc", nil),
		Error:    func(err error) { t.Errorf("an Insert does not compile, correct the row: %v", err) },
	}
	_, _ = conf.Check("p", fset, []*ast.File{file}, info) // each error went to conf.Error

	inserted := make(map[string]constant.Value) // by field of http.Transport
	for lit := range ast.Preorder(file) {
		lit, ok := lit.(*ast.CompositeLit)
		if !ok || types.ExprString(lit.Type) != "http.Transport" {
			continue
		}
		kv := lit.Elts[0].(*ast.KeyValueExpr)
		inserted[kv.Key.(*ast.Ident).Name] = info.Types[kv.Value].Value
	}

	def := reflect.ValueOf(http.DefaultTransport).Elem()
	for sf, v := range def.Fields() {
		if !sf.IsExported() || v.IsZero() {
			continue
		}
		got, ok := inserted[sf.Name]
		if !ok {
			t.Errorf("http.DefaultTransport sets %s: give the row an Insert", sf.Name)
			continue
		}
		var want constant.Value
		switch {
		case v.CanInt():
			want = constant.MakeInt64(v.Int())
		case v.Kind() == reflect.Bool:
			want = constant.MakeBool(v.Bool())
		default: // functions cannot be compared
			continue
		}
		if got == nil || !constant.Compare(got, token.EQL, want) {
			t.Errorf("http.Transport.%s: a fix inserts %v, and http.DefaultTransport has %v: correct Insert", sf.Name, got, v)
		}
	}
	if http.DefaultMaxIdleConnsPerHost != IdleConnsPerHost {
		t.Errorf("http.DefaultMaxIdleConnsPerHost is %d: correct IdleConnsPerHost, and MaxIdleConnsPerHost's Zero and Effect, which say %d",
			http.DefaultMaxIdleConnsPerHost, IdleConnsPerHost)
	}
}

// A Transport with all the usual values, and no others, is http.DefaultTransport written out.
func TestUsual(t *testing.T) {
	def := reflect.ValueOf(http.DefaultTransport).Elem()
	for _, f := range transport().Fields {
		v := def.FieldByName(f.Name)
		if f.Usual != 0 && v.Int() != f.Usual {
			t.Errorf("http.Transport.%s: Usual is %d, and http.DefaultTransport has %d: correct the row", f.Name, f.Usual, v.Int())
		}
	}
}

// Two analyzers with different settings run in one process.
func TestTypesAreTheCallersOwn(t *testing.T) {
	mine, theirs := Types(), Types()
	mine[0].Fields[0].Default = false
	mine[0].Fields[0].Moot[0].Field = "changed"
	if reflect.DeepEqual(mine[0], theirs[0]) {
		t.Error("Types returned the same memory twice: build its values anew in each call")
	}
	if want := transport(); !reflect.DeepEqual(theirs[0], want) {
		t.Error("a change of what Types returned shows elsewhere: build its values anew in each call")
	}
}

// TestInDefault compares what http.DefaultTransport has with what the catalog says.
func TestInDefault(t *testing.T) {
	transport := reflect.ValueOf(http.DefaultTransport).Elem()
	for _, f := range Find(Types(), "net/http", "Transport").Fields {
		if v := transport.FieldByName(f.Name); v.Kind() == reflect.Func {
			continue // of DialContext it is the dialer's Timeout, which cannot be seen from here
		} else if got := fmt.Sprint(v); f.InDefault != "" && got != f.InDefault {
			t.Errorf("%s is %s, and the catalog says %s", f.Name, got, f.InDefault)
		} else if f.InDefault == "" && f.Limits != 0 && !v.IsZero() {
			t.Errorf("%s is %s, and the catalog does not say so", f.Name, got)
		}
	}
}
