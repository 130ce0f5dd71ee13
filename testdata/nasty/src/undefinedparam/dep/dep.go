// Package dep does not type-check.
package dep

func Set(t *Missing) {}

type Option func(*Missing)
