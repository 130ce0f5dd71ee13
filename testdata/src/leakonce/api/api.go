// Package api makes a transport in each call, whoever calls.
package api

import "net/http"

func Fetch(url string) error {
	client := &http.Client{Transport: &http.Transport{}} // want `^leak: `
	resp, err := client.Get(url)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
