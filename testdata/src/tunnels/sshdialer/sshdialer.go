// Package sshdialer makes dial functions.
package sshdialer

import (
	"context"
	"net"

	"github.com/docker/cli/cli/connhelper"
	"golang.org/x/crypto/ssh"
)

type dialer struct {
	client        *ssh.Client
	network, addr string
}

func (d *dialer) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	return d.dial()
}

func (d *dialer) dial() (net.Conn, error) { return d.client.Dial(d.network, d.addr) }

// Tunnel returns a function that dials through an ssh connection, of one kind or the other.
func Tunnel(client *ssh.Client, network, addr string) (func(ctx context.Context, network, addr string) (net.Conn, error), error) {
	if addr == "" {
		h, err := connhelper.GetConnectionHelper(network)
		if err != nil {
			return nil, err
		}
		return h.Dialer, nil
	}
	d := dialer{client, network, addr}
	return d.DialContext, nil
}
