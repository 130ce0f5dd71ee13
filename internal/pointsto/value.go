package pointsto

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// A Value says what is known of everything that was written to a field. The zero Value: nothing was.
//
// It is a set of bits, since a field may be written to in several places. [Value.NonZero] asks for any bit other than [Zero], so each
// uncertainty sets [Dynamic], which errs towards silence.
type Value uint8

const (
	Zero     Value = 1 << iota // a literal zero, false or nil
	Positive                   // something that is not zero: a constant, a literal, a function
	True                       // the constant true
	Negative                   // a constant below zero
	Dynamic                    // something that only the running program knows
)

// NonZero reports whether something other than a literal zero may be there.
func (v Value) NonZero() bool { return v&^Zero != 0 }

func (v Value) String() string {
	var names []string
	for i, name := range []string{"zero", "positive", "true", "negative", "dynamic"} {
		if v&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "|")
}

// valueOf judges the expression on the right side of a store, nil for one that is not known.
//
// Constants are what go/types folds, named ones included. A string constant is positive, whatever it says. Variables are not followed, not
// even one that is assigned a constant once.
func valueOf(info *types.Info, e ast.Expr) Value {
	e = ast.Unparen(e)
	tv := info.Types[e]
	if tv.IsNil() {
		return Zero
	}
	if c := tv.Value; c != nil {
		switch c.Kind() {
		case constant.Bool:
			if constant.BoolVal(c) {
				return True
			}
			return Zero
		case constant.Int, constant.Float:
			switch constant.Sign(c) {
			case 0:
				return Zero
			case -1:
				return Negative
			}
		}
		return Positive
	}
	switch e := e.(type) {
	case *ast.FuncLit, *ast.CompositeLit:
		return Positive
	case *ast.UnaryExpr:
		if _, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok {
			return Positive
		}
	}
	return Dynamic
}
