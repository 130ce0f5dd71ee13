package main

import (
	"fmt"

	"github.com/transportlint/transportlint/internal/catalog"
	"github.com/transportlint/transportlint/internal/driver"
)

// manual is what -explain reads from.
var manual = driver.Manual{Rules: ruleNames(), Explain: explain}

func ruleNames() []string {
	var names []string
	for _, rule := range catalog.Rules() {
		names = append(names, rule.Name)
	}
	return names
}

func explain(name string) (string, bool) {
	for _, rule := range catalog.Rules() {
		if rule.Name == name {
			state := "on by default"
			if !rule.Default {
				state = fmt.Sprintf("off by default, -enable=%s turns it on", name)
			}
			return fmt.Sprintf("%s (%s)\n\n    reports %s\n", name, state, rule.Summary), true
		}
	}
	return "", false
}
