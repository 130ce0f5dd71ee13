package catalog

import (
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// A misspelled name in the tables of the library would be silent: it is never asked for. So each must be there, with what its Effect needs.
func TestLibrary(t *testing.T) {
	paths := slices.Collect(maps.Keys(traits))
	for _, table := range []map[string]string{invoked, variables} {
		for key := range table {
			paths = append(paths, pathOf(key))
		}
	}
	for key := range functions {
		paths = append(paths, pathOf(key))
	}
	slices.Sort(paths)
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadTypes}, slices.Compact(paths)...)
	if err != nil {
		t.Fatal(err)
	}
	std := make(map[string]*types.Package)
	for _, pkg := range loaded {
		if len(pkg.Errors) > 0 || !IsStd(pkg.PkgPath) {
			t.Errorf("%s is not a package of the standard library: %v", pkg.PkgPath, pkg.Errors)
			continue
		}
		std[pkg.PkgPath] = pkg.Types
	}
	for key, effect := range functions {
		fn, _ := find(std, key).(*types.Func)
		if fn == nil {
			t.Errorf("%s is not a function of the standard library: correct the key in functions", key)
		} else if !fits(effect, fn.Signature()) {
			t.Errorf("%s is a %v, which cannot have the effect %d: correct it in functions", key, fn.Signature(), effect)
		}
	}
	for key, method := range invoked {
		fn, _ := find(std, key).(*types.Func)
		if fn == nil || fn.Signature().Params().Len() == 0 {
			t.Errorf("%s is not a function with arguments of the standard library: correct the key in invoked", key)
			continue
		}
		first := fn.Signature().Params().At(0).Type()
		if m, _, _ := types.LookupFieldOrMethod(first, false, fn.Pkg(), method); m == nil {
			t.Errorf("the first argument of %s has no method %s: correct invoked", key, method)
		}
	}
	for key, typ := range variables {
		v, _ := find(std, key).(*types.Var)
		if v == nil || !types.IsInterface(v.Type()) || v.Pkg().Scope().Lookup(typ) == nil {
			t.Errorf("%s is not an interface variable of the standard library beside a type %s: correct variables", key, typ)
		}
	}
}

// fits reports whether a function of that signature can do what the effect says.
func fits(e Effect, sig *types.Signature) bool {
	takes, gives := sig.Params().Len(), sig.Results().Len()
	result := func(i int, name string) bool {
		return i < gives && types.TypeString(sig.Results().At(i).Type(), nil) == name
	}
	switch e {
	case Fresh:
		return gives > 0
	case Bounded:
		return result(0, "context.Context")
	case Assigns:
		return takes >= 2
	case Returns, Carries:
		return takes > 0 && gives > 0
	case Wraps:
		return takes > 0 && result(0, "error")
	case Reads:
		return takes > 0
	case Yields:
		return sig.Recv() != nil && gives > 0
	case Exits:
		return gives == 0
	case Sends:
		return result(0, "*net/http.Response")
	case Request:
		return sig.Recv() != nil && takes > 0 && result(0, "*net/http.Response")
	case Registered:
		return sig.Recv() != nil && takes > 0
	case Once:
		if takes != 1 {
			return false
		}
		_, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
		return ok
	}
	return e == Lasts
}

// pathOf returns the import path in a key, which is that of a package and, after the last slash, names with dots.
func pathOf(key string) string {
	slash := strings.LastIndexByte(key, '/') + 1
	name, _, _ := strings.Cut(key[slash:], ".")
	return key[:slash] + name
}

// find returns what a key names, nil if there is none.
func find(std map[string]*types.Package, key string) types.Object {
	path := pathOf(key)
	if std[path] == nil {
		return nil
	}
	name, method, isMethod := strings.Cut(strings.TrimPrefix(key, path+"."), ".")
	o := std[path].Scope().Lookup(name)
	if o == nil || !isMethod {
		return o
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(o.Type()), true, std[path], method)
	if m == nil { // of an interface
		m, _, _ = types.LookupFieldOrMethod(o.Type(), true, std[path], method)
	}
	return m
}
