// Package ports has interfaces alone.
package ports

// A Notifier tells somebody.
type Notifier interface{ Notify(text string) error }

// A Case is something to do.
type Case interface{ Do(text string) error }
