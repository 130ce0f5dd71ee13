package main

import (
	"github.com/transportlint/transportlint/docs"
	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/report"
)

// manual is what -explain reads from.
var manual = report.Manual{Rules: ruleNames(), Explain: docs.Rule}

func ruleNames() []string {
	var names []string
	for _, rule := range catalog.Rules() {
		names = append(names, rule.Name)
	}
	return append(names, catalog.Directive)
}
