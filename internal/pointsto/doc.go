// Package pointsto computes, for the syntax of one package, which values reach which places: to which fields of a tracked struct
// something is written, in the literal or anywhere later, and which values unknown code gets.
//
// # Classification
//
// The analysis is inclusion-based (Andersen's): a copy from a to b says that b holds at least what a holds, and the solver finds the
// least solution. It is
//
//   - field-sensitive: each object has a node for each field;
//   - flow-insensitive, except that a local variable which is assigned more than once has a node for each assignment ([locals]): a store
//     under a condition counts as somebody's choice, so the order of statements and the branch taken do not matter otherwise;
//   - context-insensitive, except for parameters that a function returns as they are: those come back to the call that passed them;
//   - modular: other packages are known by the [Summary] of each, and code without one is unknown.
//
// # Abstractions
//
//  1. A node does not tell a value from a pointer to it: a pointer is its pointee, and only the selection of a field leads from one
//     object to another.
//  2. A container (slice, array, map, channel) is its elements, and a map its keys as well. What is put into a copy of one is
//     found in the other, so copies of containers go both ways ([heap.alias]).
//  3. An interface is its content. An assertion is a copy of what can be of its type ([ofType]).
//  4. An object stands for all values that one expression allocates. A struct variable, or a field of struct type, has an object for
//     its zero value.
//  5. What comes from outside is a [placeholder], told by where it came in and the fields selected since, of which there are at most
//     [maxDepth] (the k-limit). All values of a struct type of this package that come from outside are one.
//  6. A function value is an object; the functions of one signature that leave the package are all that may come back ([heap.allOfSignature]).
//  7. A type parameter stands for the struct types that the package gives to it, one object for each.
//
// # Calls
//
//  8. A call connects arguments with parameters and results with results ([generator.bind]), whichever function runs it. For function
//     values and interface methods, the solver finds the functions as objects arrive ([call], [invoke]).
//  9. What an unknown caller may pass reaches the parameters of functions that are exported, or used as values ([generator.calledFromOutside]).
//  10. A function of another package does what its summary says ([heap.instantiate]), one of the standard library what the catalog
//     and its types say ([scope.external]), and an unknown one may configure what it sees as a tracked type, or gets as an any.
//  11. What another package retains may come back by any of its functions, so what is done to something that came back is done to all
//     that went there ([heap.share]).
//
// # Soundness
//
// It errs towards silence: a value that may have been configured counts as configured. It is unsound where that would make it useless:
// code behind package reflect and unsafe sees what it is handed and no more, assembly is not read, and an interface with methods that is
// passed to unknown code is not configured there. Goroutines are calls.
//
// Why syntax and not the SSA form: a literal, its position and the conditions around a call are at hand, and packages that import
// something broken, or "C", do not make it fail.
//
// # The solver
//
// Constraints are data ([constraint]): one small type for each kind, with its inequation in its comment. Sets of objects are bitsets, cycles
// of copies are one node, and nodes are taken in the order of copies, so that sets travel once and as a whole ([solver]). All loops draw
// on one [budget]; past it the package has no summary, and its verdicts are unknown. [Result.Dump] prints what was found.
//
// # Files
//
// From below: types, syntax, value, effect, input, conversion, relevance; program, object, trace, once, solver, heap, constraint, escape, retain,
// summary; call, completion, external; reader, unread, assign, expr, untyped, container, callexpr, deadline, stmt, locals, function;
// index, finalize, writes, graph, explain, pointsto, dump. A file uses those before it; TestArrows counts where one does not.
package pointsto
