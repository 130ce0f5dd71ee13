// Package repo has a method Clone that copies something else.
package repo

import (
	"net/http"
	"time"
)

type Repo struct{ URL string }

// Clone gets the repository by way of t.
func (r *Repo) Clone(t *http.Transport) { t.IdleConnTimeout = time.Minute }
