// Package relay stands between the package that makes the transport and the one that sets its fields.
package relay

import (
	"net/http"

	"helperthreepkgs/base"
)

func Configure(t *http.Transport) { base.SetIdle(t) }

func Inspect(t *http.Transport) { base.Leave(t) }
