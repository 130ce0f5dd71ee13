// Package evidence proves what the catalog says of types outside of the standard library, as the folder evidence of the main
// module does for the others. It has tests and nothing else, and stands here because of what they import.
package evidence
