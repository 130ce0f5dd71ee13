// Package requestclose has each request close its connection.
package requestclose

import "net/http"

func Fetch(url string) error {
	client := &http.Client{Transport: &http.Transport{}}
	req, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	req.Close = true
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
