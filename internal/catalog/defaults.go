package catalog

import "strings"

// flagPackages lists the packages whose functions declare flags with a default, and by how many arguments further back this is in the
// functions whose names end in P, for they take a letter.
var flagPackages = map[string]int{"flag": 0, "github.com/spf13/pflag": 1}

// FlagDefault returns which argument of the function of that key is the default of the flag that it declares, and which points to
// the variable that gets it, -1 if the function returns a pointer to it. Only flags of numbers count.
func FlagDefault(pkg, key string) (target, value int, ok bool) {
	letter, known := flagPackages[pkg]
	if !known {
		return 0, 0, false
	}
	name := strings.TrimPrefix(key, "FlagSet.")
	target, value = -1, 1
	if letter > 0 && strings.HasSuffix(name, "P") {
		name, value = strings.TrimSuffix(name, "P"), value+letter
	}
	if short, isVar := strings.CutSuffix(name, "Var"); isVar {
		name, target, value = short, 0, value+1
	}
	return target, value, numbers[name]
}

var numbers = set("Duration", "Int", "Int64", "Uint", "Uint64")

// DefaultTags returns the keys of struct tags by which libraries give fields a default. The slice is the caller's own.
func DefaultTags() []string { return []string{"default", "envDefault", "env-default"} }
