// Package ssh stands for the real one.
package ssh

import "net"

type Client struct{}

func (c *Client) Dial(n, addr string) (net.Conn, error) { return nil, nil }
