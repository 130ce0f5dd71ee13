package analyzer

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
)

// A Finding is a diagnostic with what its message says as data. The diagnostic's Category is the rule.
type Finding struct {
	analysis.Diagnostic

	// Says is what the message says without the rule, reasons, remedy and place. Where there are several fields, it has their number.
	Says string
	// Level is how much the finding matters.
	Level Level
	// Type is the type of the value, or the function of net/http that stands for one. It is empty if the finding is about a comment.
	Type string
	// Fields are those that are not set as they should be, in the order of the message.
	Fields []Field
	// Remedy is what to do, where that is not to set the fields. It may be empty.
	Remedy string
	// Help is what to do, in more words than a message has room for. It may be empty.
	Help string
	// Left says which fields the author should choose himself where a fix sets none, and why. It may be empty.
	Left string
	// At is where the value is, if that is in another package than the diagnostic.
	At Place
	// Transport is where the transport of a client is, whose field it is, if that is elsewhere.
	Transport Place

	way []lambda.Step // to the value, from where a Lambda handler starts, if somebody asks why
}

// A Level says how much a finding matters. It prints as note, warning or error.
type Level = catalog.Level

// A Field is a field of a value.
type Field struct {
	Name   string
	Reason string // what follows from its value
}

// A Place is a line of a file, which is named by its path from the root of the module or, if that is not known, by the import path
// of its package. The zero Place means that there is none.
type Place struct {
	File string
	Line int
}

// String returns p as file:line, and nothing for the zero Place.
func (p Place) String() string {
	if p == (Place{}) {
		return ""
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// An EntryPoint is where a handler of a Lambda function gets to the platform.
type EntryPoint struct {
	Pos token.Pos
	// Function is the full name of the function that is called with the handler or, if Handler is set, of the handler.
	Function string
	Handler  bool
}

// An Unjudged is a value whose fields may be set by code that cannot be analyzed, so nothing is reported about it.
type Unjudged struct {
	Pos  token.Pos
	Type string    // as http.Transport
	By   token.Pos // what hands the value to that code, if [Request] asks for it and there is one place
}

// A finding is a Finding with what its fix has to do.
type finding struct {
	Finding
	requests []fixRequest
}

// newFinding returns a finding without a message.
func newFinding(pos, end token.Pos, rule string) Finding {
	return Finding{
		Diagnostic: analysis.Diagnostic{Pos: pos, End: end, Category: rule, URL: url + "#" + rule},
		Level:      catalog.FindRule(rule).Level,
	}
}
