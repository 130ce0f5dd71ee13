// Package evidence proves the catalog on the toolchain in use. It has tests and nothing else.
//
// For every field that can be reported, for each trap of the rule value, and for what the other rules say of net/http, a test
// runs the real net/http and shows what follows, and that it does not follow from the value that is recommended. One field, or
// one claim, has one file; catalog.Field.Evidence names its test. The numbers that were measured are logged:
//
//	go test -v ./evidence
//
// What is counted, sockets and goroutines, is counted on loopback, with shorter times than one would choose. What waits,
// waits in the fake time of testing/synctest, where the times are the recommended ones and for ever is a year.
package evidence
