// Package lib has clients that share a part whose type has no exported name.
package lib

import (
	"net/http"
	"time"
)

type base struct{ Transport *http.Transport }

type Client struct{ base }

func (c *Client) Start() { c.Transport.IdleConnTimeout = time.Minute }

// Options have a client, and Start configures what is in it.
type Options struct{ HTTP *http.Client }

func (o *Options) Start() { o.HTTP.Transport.(*http.Transport).IdleConnTimeout = time.Minute }
