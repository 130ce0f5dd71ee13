package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/lambda"
)

// The message of a finding is a contract: other programs may read the fields from it where they do not get them as data.
//
//	<rule>: <type> does not set <field> (<reason>), <field> (<reason>) and <field> (<reason>); <remedy>
//
// The remedy is left out where it is to set the fields. Where the value is in another package, its place ends the message
// in place of a remedy, as in "at api/client.go:12".

// unsetMessage says that fields of a value of type t are not set.
func unsetMessage(f *Finding, t *catalog.Type, fields []*catalog.Field) {
	for _, field := range fields {
		f.Fields = append(f.Fields, Field{field.Name, field.Effect})
	}
	isSet := func(name string) bool {
		return !slices.ContainsFunc(fields, func(f *catalog.Field) bool { return f.Name == name })
	}
	if rule := catalog.FindRule(t.Rule); !slices.ContainsFunc(rule.NoneOf, isSet) {
		f.Remedy = rule.Remedy
	}
	if !slices.ContainsFunc(fields, func(f *catalog.Field) bool { return !f.Strict }) {
		f.Level = catalog.Note
	}
	f.compose("does not set " + f.list())
}

// lambdaMessage says what happens to the client that is found.
func lambdaMessage(f *Finding, found lambda.Finding, maxIdle time.Duration) {
	rule := catalog.FindRule(f.Category)
	f.Fields = []Field{{"IdleConnTimeout", rule.Effect}}
	if f.Remedy = rule.Remedy; f.Transport != (Place{}) {
		f.Remedy = "set it in " + f.Transport.String()
	}
	switch {
	case f.Category == lambda.Leak:
		f.compose("is created on every invocation and does not set " + f.list())
	case f.Category == lambda.Default:
		f.compose("outlives the invocation on http.DefaultTransport's 90s " + f.list())
	case found.TooLong:
		f.compose(fmt.Sprintf("outlives the invocation and sets IdleConnTimeout above %gs (%s)", maxIdle.Seconds(), rule.Effect))
	default:
		f.compose("outlives the invocation and does not set " + f.list())
	}
}

// list returns the fields of f with their reasons.
func (f *Finding) list() string {
	var fields []string
	for _, field := range f.Fields {
		fields = append(fields, field.Name+" ("+field.Reason+")")
	}
	return enumerate(fields)
}

// compose makes the message of what is to be said of the value.
func (f *Finding) compose(says string) {
	f.Message = f.Category + ": " + f.Type + " " + says
	switch {
	case f.At != Place{}:
		f.Message += " at " + f.At.String()
	case f.Remedy != "":
		f.Message += "; " + f.Remedy
	}
}

// enumerate joins names as in "A, B and C".
func enumerate(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
