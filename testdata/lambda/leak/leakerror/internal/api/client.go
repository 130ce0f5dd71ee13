// Package api makes a client, which may fail.
package api

import (
	"errors"
	"net/http"
	"net/url"
)

type Client struct {
	base string
	http *http.Client
}

func New(base string) (*Client, error) {
	if _, err := url.Parse(base); err != nil {
		return nil, errors.New("no URL")
	}
	return &Client{base, &http.Client{Transport: &http.Transport{MaxIdleConns: 10}}}, nil
}

func (c *Client) Get(path string) error {
	resp, err := c.http.Get(c.base + path)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
