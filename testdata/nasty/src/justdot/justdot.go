// Package justdot has a dot import.
package justdot

import . "net/http"

var _ = Transport{}
var _ Transport
