// Package service holds the logic.
package service

import (
	"context"

	"example.com/lambda/facts/ctorthree/internal/api"
)

// Service runs jobs.
type Service struct {
	jobs *api.Client
}

// New wires a Service.
func New() *Service {
	return &Service{jobs: api.New("https://api.example.com")}
}

// Run runs one job.
func (s *Service) Run(ctx context.Context, body string) error {
	return s.jobs.Create(ctx, body)
}
