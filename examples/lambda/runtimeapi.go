package main

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"time"
)

// A runtimeAPI is Lambda's side of the Lambda Runtime API, for one container. The function asks it for events, and tells it what
// came of them. See https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
type runtimeAPI struct {
	asked   chan struct{} // the function asks for an event
	events  chan []byte
	sent    chan struct{} // the event is on its way
	results chan string   // messages of errors, "" for success
}

// startRuntimeAPI returns an API and the host:port where it is served, until ctx is done.
func startRuntimeAPI(ctx context.Context) (*runtimeAPI, string, error) {
	a := &runtimeAPI{
		asked:   make(chan struct{}, 1),
		events:  make(chan []byte),
		sent:    make(chan struct{}, 1),
		results: make(chan string, 1),
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /2018-06-01/runtime/invocation/next", a.next)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/response", a.response)
	mux.HandleFunc("POST /2018-06-01/runtime/invocation/{id}/error", a.error)
	address, err := serve(ctx, &http.Server{Handler: mux}, nil)
	return a, address, err
}

// idle waits until the function asks for its next event. It comes before each send.
func (a *runtimeAPI) idle(ctx context.Context) error {
	_, err := receive(ctx, a.asked)
	return err
}

// send gives the function the event that it asked for. The function need not be running: the event waits in its socket.
func (a *runtimeAPI) send(ctx context.Context, event []byte) error {
	select {
	case a.events <- event:
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	_, err := receive(ctx, a.sent)
	return err
}

// result waits until the function is done with an event, and returns the message of its error, "" for success.
func (a *runtimeAPI) result(ctx context.Context) (string, error) { return receive(ctx, a.results) }

func (a *runtimeAPI) next(w http.ResponseWriter, r *http.Request) {
	a.asked <- struct{}{}
	event, err := receive(r.Context(), a.events)
	if err != nil {
		return
	}
	const timeLimit = time.Minute
	header := w.Header()
	header.Set("Lambda-Runtime-Aws-Request-Id", rand.Text())
	header.Set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:reserve-stock")
	header.Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(time.Now().Add(timeLimit).UnixMilli(), 10))
	header.Set("Content-Type", "application/json")
	header.Set("Content-Length", strconv.Itoa(len(event))) // so that flushing completes the response
	_, _ = w.Write(event)
	_ = http.NewResponseController(w).Flush() // where these fail the function is gone, which whoever started it learns
	a.sent <- struct{}{}
}

func (a *runtimeAPI) response(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(http.StatusAccepted)
	a.results <- ""
}

func (a *runtimeAPI) error(w http.ResponseWriter, r *http.Request) {
	var failure struct {
		Message string `json:"errorMessage"`
	}
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(body, &failure)
	}
	if err != nil {
		failure.Message = "an error report that cannot be read: " + err.Error()
	}
	w.WriteHeader(http.StatusAccepted)
	a.results <- failure.Message
}

// receive returns what comes out of ch, or why ctx was done before.
func receive[T any](ctx context.Context, ch <-chan T) (T, error) {
	select {
	case v := <-ch:
		return v, nil
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	}
}
