// Package integration may be for tests or not: its files tell.
package integration

import (
	"net/http"

	"github.com/ory/dockertest/v3"
)

type containers struct{ pool *dockertest.Pool }

func (c *containers) client() *http.Client { return &http.Client{Transport: &http.Transport{}} }
