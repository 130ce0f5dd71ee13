// Package tune chooses limits.
package tune

import (
	"net/http"
	"time"
)

// Tune sets the idle timeout.
func Tune(t *http.Transport) { t.IdleConnTimeout = 45 * time.Second }
