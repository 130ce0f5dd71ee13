// Package dep has an interface type without a name of its own.
package dep

import "net/http"

type Setter = interface{ Set(*http.Transport) }
