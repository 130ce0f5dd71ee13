// Package clientctx sends requests whose contexts end, and some that do not.
package clientctx

import (
	"context"
	"io"
	"net/http"
	"time"
)

// Each of its requests has a deadline.
type API struct{ client *http.Client }

func New() *API { return &API{client: &http.Client{}} }

func (a *API) Get(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := a.request(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return a.do(req)
}

func (a *API) Put(url string, body io.Reader) (*http.Response, error) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Minute))
	defer cancel()
	req, err := http.NewRequest(http.MethodPut, url, body)
	if err != nil {
		return nil, err
	}
	return a.do(req.WithContext(ctx))
}

func (a *API) request(ctx context.Context, method, url string, body io.Reader) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, url, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "text/plain")
	return req, nil
}

func (a *API) do(req *http.Request) (*http.Response, error) {
	defer a.client.CloseIdleConnections()
	return a.client.Do(req)
}

// Whoever makes one chooses whether there are deadlines.
type Sender struct {
	client  *http.Client
	timeout time.Duration
}

func NewSender(timeout time.Duration) *Sender {
	return &Sender{client: &http.Client{}, timeout: timeout}
}

func (s *Sender) Send(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodPost, url, nil)
	if err != nil {
		return nil, err
	}
	if s.timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.timeout)
		defer cancel()
	}
	req = req.WithContext(ctx)
	return s.client.Do(req)
}

// One of its requests has none.
type mixed struct{ client *http.Client }

func newMixed() *mixed { return &mixed{client: &http.Client{}} } // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`

func (m *mixed) get(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return m.client.Do(req)
}

func (m *mixed) head(url string) (*http.Response, error) { return m.client.Head(url) }

// The caller may have set a deadline, or not.
func Given(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	c := &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	return c.Do(req)
}

// So may who made the request.
func Request(req *http.Request) (*http.Response, error) {
	c := &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	return c.Do(req)
}

// A request of a handler has no deadline of its own, and a clone of it has the one that it is given.
func proxy(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	defer cancel()
	own := http.Client{}
	if _, err := own.Do(r.Clone(ctx)); err == nil {
		return
	}
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, "http://example.com", nil)
	if err != nil {
		return
	}
	other := new(http.Client) // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	_, _ = other.Do(req)
}

// Others can use it as well.
var Client = &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`

func withVariable(ctx context.Context, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return Client.Do(req.WithContext(ctx))
}

type Exported struct{ Client *http.Client }

func NewExported() *Exported {
	return &Exported{Client: &http.Client{}} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
}

func (e *Exported) get(ctx context.Context, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return e.Client.Do(req.WithContext(ctx))
}

type doer interface {
	Do(*http.Request) (*http.Response, error)
}

func send(d doer, req *http.Request) (*http.Response, error) { return d.Do(req) }

func throughInterface(ctx context.Context, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return send(&http.Client{}, req)
}

// A method that becomes a value is not followed.
func value(ctx context.Context, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	c := &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	do := c.Do
	return do(req.WithContext(ctx))
}

// A literal of a request has the background for its context.
func literal() (*http.Response, error) {
	c := &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	return c.Do(&http.Request{Method: http.MethodGet})
}

// Nobody has sent anything yet.
func idle() {
	c := &http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	c.CloseIdleConnections()
}

// A copy of it sends without a deadline.
func copied(ctx context.Context, req *http.Request, url string) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	c := http.Client{} // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
	if resp, err := c.Do(req.WithContext(ctx)); err == nil {
		return resp, nil
	}
	d := c
	return d.Get(url)
}

type retrying struct {
	http.Client // want `^client: http.Client does not set Timeout \([^)]*\)(;|$)`
}

func (r *retrying) again(ctx context.Context, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if resp, err := r.Do(req.WithContext(ctx)); err == nil {
		return resp, nil
	}
	return r.Get("http://example.com")
}
