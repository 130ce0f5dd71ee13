package routes

import "net/http"

// A Server registers itself on the mux that it has.
type Server struct {
	mux    *http.ServeMux
	client *http.Client
}

// NewServer makes a Server.
func NewServer(mux *http.ServeMux) *Server {
	return &Server{
		mux: mux,

		// found by way of the mux alone
		client: &http.Client{
			Transport: &http.Transport{},
		},
	}
}

// Routes registers the server.
func (s *Server) Routes() { s.mux.HandleFunc("/send", s.send) }

func (s *Server) send(w http.ResponseWriter, r *http.Request) {
	if resp, err := s.client.Post("https://api.example.com/v1/mails", "text/plain", r.Body); err == nil {
		resp.Body.Close()
	}
}
