// Package flow has the former names of package pointsto, for as long as something uses them.
package flow

import "github.com/transportlint/transportlint/internal/pointsto"

// The types.
type (
	Node        = pointsto.Node
	Object      = pointsto.Object
	Function    = pointsto.Function
	Site        = pointsto.Site
	Call        = pointsto.Call
	LocalCall   = pointsto.LocalCall
	MethodValue = pointsto.MethodValue
	VarStore    = pointsto.VarStore
	FieldStore  = pointsto.FieldStore
	Graph       = pointsto.Graph
	Region      = pointsto.Region
	Value       = pointsto.Value
	Kind        = pointsto.Kind
	Mention     = pointsto.Reference
	Fact        = pointsto.Summary
	Facts       = pointsto.Summaries
	Effect      = pointsto.Effect
	Input       = pointsto.Input
	Result      = pointsto.Result
)

// The constants.
const (
	Literal = pointsto.Literal
	New     = pointsto.New
	Var     = pointsto.Var
	Field   = pointsto.Field

	Zero     = pointsto.Zero
	Positive = pointsto.Positive
	True     = pointsto.True
	Negative = pointsto.Negative
	Dynamic  = pointsto.Dynamic
)

// The functions.
var (
	Follow    = pointsto.Analyze
	FuncKey   = pointsto.FuncKey
	IsStd     = pointsto.IsStd
	IsError   = pointsto.IsError
	IsType    = pointsto.IsType
	SamePlace = pointsto.SamePlace
	Ends      = pointsto.Ends
)
